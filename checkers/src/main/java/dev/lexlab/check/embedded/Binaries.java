package dev.lexlab.check.embedded;

import dev.lexlab.lab.files.Hashes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The archive with PostgreSQL's programs for this platform, as it lies on the class path.
 *
 * @param name of the archive in its jar
 * @param url where it is
 * @param hash differs where the content does
 */
record Binaries(String name, URL url, String hash) {
    private static final int OWNER_MAY_EXECUTE = 0100;

    /** The one for the machine we are on. */
    static Binaries ofMachine() throws EmbeddedFailure {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Binaries of(String system, String processor) throws EmbeddedFailure {
        String name = "postgres-" + system(system) + "-" + processor(processor) + ".txz";
        URL url = Binaries.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new EmbeddedFailure(
                    "there is no PostgreSQL for a machine like this one (" + system + ", " + processor + ")",
                    "./lexlab setup");
        }
        try {
            return new Binaries(name, url, Hashes.of(name + content(url)));
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "the archive with PostgreSQL cannot be read: " + e.getMessage(),
                    "remove it from Maven's repository, then check again");
        }
    }

    private static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("mac") ? "darwin" : lower.startsWith("windows") ? "windows" : lower;
    }

    private static String processor(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /** A jar says what its entries hold; to hash fifteen megabytes anew would take as long as the server's start. */
    private static String content(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection inJar) {
            try (var jar = inJar.getJarFile()) {
                JarEntry entry = jar.getJarEntry(inJar.getEntryName());
                return entry.getSize() + "," + Long.toHexString(entry.getCrc());
            }
        }
        try (InputStream in = connection.getInputStream()) {
            return Hashes.of(in.readAllBytes());
        }
    }

    /** Unpacks what a server needs into an empty folder. */
    void unpack(Path folder) throws IOException {
        try (InputStream packed = new BufferedInputStream(url.openStream());
                TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive names " + entry.getName() + ", which lies outside");
                }
                if (!isForCompilers(entry)) {
                    unpack(entry, archive, target);
                }
            }
        }
    }

    private static boolean isForCompilers(TarArchiveEntry entry) {
        return entry.getName().endsWith(".a") || entry.getName().contains("/pkgconfig/");
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made a program");
        }
    }
}
