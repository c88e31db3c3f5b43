package dev.lexlab.site.pipeline;

import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.files.Hashes;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** Names this program: our code by content, libraries by the names of their files, which hold their versions. */
final class Fingerprint {

    private Fingerprint() {}

    static String ofThisProgram() throws IOException {
        TreeSet<String> libraries = new TreeSet<>();
        for (String path : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            String name = Path.of(path).getFileName() == null
                    ? ""
                    : Path.of(path).getFileName().toString();
            if (name.endsWith(".jar")) {
                libraries.add(name);
            }
        }
        return Hashes.of(code(Fingerprint.class) + code(LabReader.class) + libraries);
    }

    private static String code(Class<?> type) throws IOException {
        try {
            Path code = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(code) ? Hashes.ofFolder(code) : Hashes.of(Files.readAllBytes(code));
        } catch (URISyntaxException e) {
            throw new IOException("cannot tell where our own code lies", e);
        }
    }
}
