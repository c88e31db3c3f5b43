package dev.lexlab.site.markup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.NoRoom;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.files.WholeFile;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Fragments by what they were made from: the text with its includes, the places of its lines, and the generator. One file
 * each: its sum, the problems, the anchors, each with their number before them, and the HTML. What does not match its sum was never written.
 */
final class FragmentCache {
    /** Sources come and go while somebody writes; beyond this, fragments that this run did not use are dropped. */
    private static final int MOST_KEPT = 2000;

    private static final String FORGOTTEN = "forgotten";

    private final Path folder;
    private final String generator;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    FragmentCache(Path folder, String generator) {
        this.folder = folder;
        this.generator = generator;
    }

    /** Moved away before it is deleted: another run may be writing there. What a killed run moved away goes, too. */
    void forget() throws IOException {
        if (Files.isDirectory(folder)) {
            Path away = Files.createTempDirectory(folder.resolveSibling(""), FORGOTTEN);
            try {
                Files.move(folder, away.resolve("cache"), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                Files.deleteIfExists(away); // another run was quicker: then it is forgotten
            }
        }
        deleteForgotten();
    }

    /** What killed runs moved away. */
    void deleteForgotten() throws IOException {
        try (var forgotten = Files.newDirectoryStream(folder.resolveSibling(""), FORGOTTEN + "*")) {
            for (Path away : forgotten) {
                deleteWhatIsLeft(away);
            }
        } catch (NoSuchFileException e) {
            return; // no build has ever kept anything
        }
    }

    /** Another run may be at the same folder, or have begun to write into it just before it was moved. */
    private static void deleteWhatIsLeft(Path away) throws IOException {
        try {
            Trees.delete(away);
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
            return; // what is left is the other run's to delete, or the next one's
        }
    }

    Optional<Fragment> find(SourceText source) {
        String key = key(source);
        try {
            String stored = Files.readString(file(key));
            int end = stored.indexOf('\n');
            String payload = stored.substring(end + 1);
            if (end > 0 && sum(payload).equals(stored.substring(0, end))) {
                used.add(key);
                return Optional.of(decode(payload));
            }
        } catch (IOException e) {
            return Optional.empty(); // not there, or not readable, which costs a conversion and nothing else
        }
        return Optional.empty();
    }

    void keep(SourceText source, Fragment fragment) {
        String key = key(source);
        used.add(key);
        String payload = encode(fragment);
        try {
            Files.createDirectories(file(key).getParent());
            WholeFile.write(file(key), sum(payload) + '\n' + payload);
        } catch (NoSuchFileException e) {
            used.remove(key); // another run has just forgotten or tidied the cache: then it is not kept
        } catch (NoRoom e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the cache in " + folder, e);
        }
    }

    /**
     * Deletes what killed runs left half-written, and too many fragments. Half-written ones may be another run's that is at it
     * just now; that costs it a conversion and nothing else.
     */
    void sweep() {
        try {
            deleteForgotten();
            List<Path> files = files();
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(WholeFile.PARTIAL) || (files.size() > MOST_KEPT && !used.contains(name))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy the cache in " + folder, e);
        }
    }

    /** All that are there; where another run forgets the cache at this moment, those that are met. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return files;
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    private String key(SourceText source) {
        return Hashes.of(generator + '\n' + source.markup() + '\n' + source.hash());
    }

    /** Tells damage, not intent: whoever can write here can write its sum as well. */
    private static String sum(String payload) {
        CRC32 sum = new CRC32();
        sum.update(payload.getBytes(UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static String encode(Fragment fragment) {
        StringBuilder out = new StringBuilder();
        out.append(fragment.problems().size()).append('\n');
        for (Problem problem : fragment.problems()) {
            Place place = problem.place();
            List<String> fields = List.of(
                    place.file(),
                    String.valueOf(place.line()),
                    String.valueOf(place.column()),
                    problem.what(),
                    problem.hint());
            out.append(String.join(
                            "\t", fields.stream().map(FragmentCache::oneLine).toList()))
                    .append('\n');
        }
        out.append(fragment.anchors().size()).append('\n');
        fragment.anchors().forEach((id, words) -> {
            addTo(out, id);
            addTo(out, words);
        });
        return out.append(fragment.html()).toString();
    }

    /** With its length before it: it may hold any sign. */
    private static void addTo(StringBuilder out, String text) {
        out.append(text.length()).append('\n').append(text);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s", " ");
    }

    private static Fragment decode(String payload) {
        Stored stored = new Stored(payload);
        List<Problem> problems = new ArrayList<>();
        for (int count = stored.number(); count > 0; count--) {
            List<String> fields = Arrays.asList(stored.line().split("\t", -1));
            Place place = new Place(fields.get(0), Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)));
            problems.add(new Problem(place, fields.get(3), fields.get(4)));
        }
        Map<String, String> anchors = new LinkedHashMap<>();
        for (int count = stored.number(); count > 0; count--) {
            String id = stored.text();
            anchors.put(id, stored.text());
        }
        return new Fragment(stored.rest(), anchors, problems);
    }

    /** Reads from the front. */
    private static final class Stored {
        private final String payload;
        private int at;

        Stored(String payload) {
            this.payload = payload;
        }

        String line() {
            int end = payload.indexOf('\n', at);
            String line = payload.substring(at, end);
            at = end + 1;
            return line;
        }

        int number() {
            return Integer.parseInt(line());
        }

        String text() {
            int length = number();
            String text = payload.substring(at, at + length);
            at += length;
            return text;
        }

        String rest() {
            return payload.substring(at);
        }
    }
}
