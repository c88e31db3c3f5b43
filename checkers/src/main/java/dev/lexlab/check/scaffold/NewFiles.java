package dev.lexlab.check.scaffold;

import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files to be added to a folder: all of them or none, and none that is there already. */
final class NewFiles {
    private final Path root;
    private final SortedMap<String, String> files = new TreeMap<>();

    NewFiles(Path root) {
        this.root = root;
    }

    void add(String path, String text) {
        if (files.putIfAbsent(path, text) != null) {
            throw new IllegalStateException("'" + path + "' is made twice");
        }
    }

    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /**
     * Writes them beside the place first, and then moves them there.
     *
     * @throws Refused where one is there already; nothing is written then
     */
    void write() throws Refused, IOException {
        refuseClashes();
        Files.createDirectories(root.resolve(".lexlab"));
        Path stage = Files.createTempDirectory(root.resolve(".lexlab"), "new-");
        List<Path> moved = new ArrayList<>();
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(stage.resolve(file.getKey()), file.getValue());
            }
            for (Path part : parts()) {
                Path target = root.resolve(part);
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.move(stage.resolve(part), target);
                moved.add(target);
            }
        } catch (IOException | RuntimeException e) {
            for (Path target : moved) {
                Trees.delete(target);
            }
            throw e;
        } finally {
            Trees.delete(stage);
        }
    }

    private void refuseClashes() throws Refused {
        List<String> there = files.keySet().stream()
                .filter(path -> Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (!there.isEmpty()) {
            throw new Refused("nothing was written, because this is there already: " + String.join(", ", there));
        }
    }

    /** The fewest moves: a folder that is not there yet goes as a whole. A lab comes last, for it is what others find. */
    private Set<Path> parts() {
        Set<Path> parts = new LinkedHashSet<>();
        files.keySet().stream().filter(path -> !isOfLab(path)).map(this::part).forEach(parts::add);
        files.keySet().stream().filter(NewFiles::isOfLab).map(this::part).forEach(parts::add);
        return parts;
    }

    private static boolean isOfLab(String path) {
        return path.startsWith("labs/") && !path.startsWith("labs/images/");
    }

    private Path part(String path) {
        Path file = Path.of(path);
        for (int names = 1; names < file.getNameCount(); names++) {
            Path above = file.subpath(0, names);
            boolean isShared = above.equals(Path.of("labs"));
            if (!isShared && !Files.exists(root.resolve(above))) {
                return above;
            }
        }
        return file;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        boolean isProgram = text.startsWith("#!");
        if (isProgram && Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
