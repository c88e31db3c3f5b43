package dev.lexlab.check.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;

/**
 * Classes of one folder, under ours. What the folder has comes from there, also where we have a class of the same name: a
 * course may have copied a grader of ours and changed it.
 */
final class GraderLoader extends ClassLoader {
    private final Path folder;

    GraderLoader(Path folder, ClassLoader parent) {
        super("graders", parent);
        this.folder = folder;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            Path file = folder.resolve(name.replace('.', '/') + ".class");
            return Files.isRegularFile(file) ? define(name, file) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name, Path file) throws ClassNotFoundException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CodeSource source = new CodeSource(folder.toUri().toURL(), (Certificate[]) null);
            return defineClass(name, bytes, 0, bytes.length, new ProtectionDomain(source, null));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
