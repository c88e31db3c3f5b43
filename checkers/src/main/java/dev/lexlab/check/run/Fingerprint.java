package dev.lexlab.check.run;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Hash of all that decides about a submission besides itself and the seed: lab, grader, image recipes. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Guides do not count: another wording judges nobody differently. */
    public static String of(Course course, LabDefinition lab, TaskDefinition task, TaskGrader grader)
            throws IOException {
        StringBuilder parts = new StringBuilder();
        parts.append(Hashes.of(Files.readAllBytes(lab.folder().resolve("lab.yml"))));
        parts.append(Hashes.ofFolder(task.starter()));
        parts.append(grader.fingerprint());
        for (String image : task.images()) {
            Path recipe = course.labs().resolve("images").resolve(image);
            parts.append(image).append(Hashes.ofFolder(recipe));
        }
        return Hashes.of(parts.toString());
    }

    /** Hash of Lexlab itself: what graders are compiled against and run on. */
    public static String ofLexlab() throws IOException {
        StringBuilder hashes = new StringBuilder();
        for (Class<?> one : List.of(Fingerprint.class, Course.class)) {
            Path place = path(source(one));
            hashes.append(Files.isDirectory(place) ? Hashes.ofFolder(place) : Hashes.of(Files.readAllBytes(place)));
        }
        return hashes.toString();
    }

    private static CodeSource source(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("the classes of " + type.getName() + " lie nowhere");
        }
        return source;
    }

    /** The grader's whole package: its helpers decide, too. */
    static String classes(Class<?> grader) throws IOException {
        String folder = grader.getPackageName().replace('.', '/') + "/";
        Path place = path(source(grader));
        return Files.isDirectory(place) ? Hashes.ofFolder(place.resolve(folder)) : fromJar(place, folder);
    }

    static Path path(CodeSource source) throws IOException {
        try {
            URI uri = source.getLocation().toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static String fromJar(Path place, String folder) throws IOException {
        StringBuilder hashes = new StringBuilder();
        try (JarFile jar = new JarFile(place.toFile());
                Stream<JarEntry> entries = jar.stream()) {
            List<JarEntry> ours = entries.filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                    .sorted(java.util.Comparator.comparing(JarEntry::getName))
                    .toList();
            for (JarEntry entry : ours) {
                try (InputStream in = jar.getInputStream(entry)) {
                    hashes.append(entry.getName()).append(Hashes.of(in.readAllBytes()));
                }
            }
        }
        return Hashes.of(hashes.toString());
    }
}
