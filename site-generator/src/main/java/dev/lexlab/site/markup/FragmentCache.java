package dev.lexlab.site.markup;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fragments by what they were made from: the text with its includes, the places of its lines, and the generator. One file
 * each: its own hash, the number of problems, the problems, the HTML. What does not match its hash was never written.
 */
final class FragmentCache {
    /** Sources come and go while somebody writes; beyond this, fragments that this run did not use are dropped. */
    private static final int MOST_KEPT = 2000;

    private final Path folder;
    private final String generator;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    FragmentCache(Path folder, String generator) {
        this.folder = folder;
        this.generator = generator;
    }

    /** Moved away before it is deleted: another run may be writing there. */
    void forget() throws IOException {
        if (Files.isDirectory(folder)) {
            Path away = Files.createTempDirectory(folder.resolveSibling(""), "forgotten");
            Files.move(folder, away.resolve("cache"), StandardCopyOption.ATOMIC_MOVE);
            Trees.delete(away);
        }
    }

    Optional<Fragment> find(SourceText source) {
        String key = key(source);
        try {
            String stored = Files.readString(file(key));
            int end = stored.indexOf('\n');
            String payload = stored.substring(end + 1);
            if (end > 0 && Hashes.of(payload).equals(stored.substring(0, end))) {
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
            Path partial = Files.createTempFile(folder, "fragment", ".partial");
            Files.writeString(partial, Hashes.of(payload) + '\n' + payload);
            Files.move(partial, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            used.remove(key); // another run has just forgotten the cache: then it is not kept
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the cache in " + folder, e);
        }
    }

    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files.size() > MOST_KEPT ? files : List.<Path>of()) {
                if (!used.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy the cache in " + folder, e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    private String key(SourceText source) {
        StringBuilder made = new StringBuilder(generator).append('\n').append(source.markup());
        String file = "";
        for (SourceText.Line line : source.body()) {
            if (!line.file().equals(file)) {
                file = line.file();
                made.append('\0').append(file);
            }
            made.append('\0').append(line.number()).append(' ').append(line.text());
        }
        return Hashes.of(made.toString());
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
        return out.append(fragment.html()).toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s", " ");
    }

    private static Fragment decode(String payload) {
        int end = payload.indexOf('\n');
        int count = Integer.parseInt(payload.substring(0, end));
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int next = payload.indexOf('\n', end + 1);
            List<String> fields = Arrays.asList(payload.substring(end + 1, next).split("\t", -1));
            Place place = new Place(fields.get(0), Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)));
            problems.add(new Problem(place, fields.get(3), fields.get(4)));
            end = next;
        }
        return new Fragment(payload.substring(end + 1), problems);
    }
}
