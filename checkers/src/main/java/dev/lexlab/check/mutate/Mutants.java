package dev.lexlab.check.mutate;

import dev.lexlab.check.prove.Case;
import dev.lexlab.check.prove.Fixture.Kind;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mutants of one task: of its solution first, then of its alternatives. A file or a statement that is the starter's, or
 * what an alternative has in common with those before it, be it a file, a line or a flag, is not what was thought of there, and
 * not broken again in the same way.
 */
final class Mutants {
    private final TaskDefinition task;
    private final Map<String, byte[]> starter;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> changes = new HashSet<>();
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(TaskDefinition task) throws IOException {
        this.task = task;
        this.starter = files(task.starter());
    }

    /**
     * All of them; no two are equal, and none is one of the right ones.
     *
     * @param right the cases of one task that are right
     */
    static List<Mutant> of(List<Case> right) throws IOException {
        if (right.isEmpty()) {
            return List.of();
        }
        Mutants made = new Mutants(right.get(0).task());
        List<Case> inOrder = right.stream()
                .sorted(Comparator.comparing((Case one) -> one.fixture().kind())
                        .thenComparing(one -> one.fixture().name()))
                .toList();
        for (Case one : inOrder) {
            made.seen.add(hash(filesOf(one)));
        }
        Map<String, byte[]> solution =
                inOrder.get(0).fixture().kind() == Kind.SOLUTION ? filesOf(inOrder.get(0)) : Map.of();
        for (Case one : inOrder) {
            made.make(one, one.fixture().kind() == Kind.SOLUTION ? Map.of() : solution);
        }
        return List.copyOf(made.mutants);
    }

    private void make(Case one, Map<String, byte[]> known) throws IOException {
        SortedMap<String, byte[]> files = filesOf(one);
        for (Map.Entry<String, byte[]> file : List.copyOf(files.entrySet())) {
            String name = file.getKey();
            Optional<String> text = text(file.getValue());
            if (text.isEmpty() || !isEdited(name, file.getValue()) || isEqual(known.get(name), file.getValue())) {
                continue;
            }
            String runFile = text(files.getOrDefault("run.yml", new byte[0])).orElse("");
            Given given = Given.of(
                    name, text.get(), Optional.ofNullable(starter.get(name)).flatMap(Mutants::text));
            for (Edit edit : Breakages.of(name, text.get(), runFile)) {
                if (given.holds(edit)) {
                    continue;
                }
                Mutant mutant = new Mutant(one, name, text.get(), edit);
                SortedMap<String, byte[]> broken = new TreeMap<>(files);
                broken.put(name, mutant.broken().getBytes(StandardCharsets.UTF_8));
                String change = mutant.flag().orElse(name + "\n" + mutant.before() + "\n" + mutant.after());
                boolean isNew = one.fixture().kind() == Kind.SOLUTION || !changes.contains(change);
                changes.add(change);
                if (isNew && seen.add(hash(broken))) {
                    mutants.add(mutant);
                }
            }
        }
    }

    private boolean isEdited(String name, byte[] content) {
        boolean isListed = task.files().stream().anyMatch(file -> file.path().equals(name));
        boolean isOfStarter = starter.containsKey(name);
        return (isListed || !isOfStarter) && !isEqual(starter.get(name), content);
    }

    private static boolean isEqual(byte @Nullable [] one, byte[] other) {
        return one != null && Arrays.equals(one, other);
    }

    private static SortedMap<String, byte[]> filesOf(Case one) throws IOException {
        return files(one.fixture().folder().orElseThrow());
    }

    private static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static String hash(SortedMap<String, byte[]> files) {
        StringBuilder all = new StringBuilder();
        files.forEach((name, content) -> all.append(Hashes.of(name)).append(Hashes.of(content)));
        return Hashes.of(all.toString());
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // a picture, say
        }
    }
}
