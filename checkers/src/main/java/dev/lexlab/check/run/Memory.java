package dev.lexlab.check.run;

import dev.lexlab.check.submission.Reads;
import dev.lexlab.check.submission.TakenIn;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Verdict;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a grading found, and which files each verdict rests on: its own reads, those of the preparation, and the checks it
 * comes after. What rests on nothing that changed need not be found out again.
 *
 * @param seed the random data was drawn from it
 * @param files hash of each file of the submission, by path
 * @param isTaken whether the submission could be taken in at all
 * @param results by check
 * @param reads by check, and of the preparation
 * @param evidence by check, in their order
 */
public record Memory(
        long seed,
        Map<String, String> files,
        boolean isTaken,
        Map<String, CheckResult> results,
        Map<String, Set<String>> reads,
        Map<String, List<Exhibit>> evidence) {
    /** Of nothing. */
    public static final Memory NONE = new Memory(0, Map.of(), false, Map.of(), Map.of(), Map.of());

    public Memory {
        files = Map.copyOf(files);
        results = Map.copyOf(results);
        reads = Map.copyOf(reads);
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    /** Of a grading that is over; what it kept goes on resting on what it rested on before. */
    public static Memory of(Assignment assignment, Checked checked, Set<String> kept, Memory earlier) {
        Map<String, CheckResult> results = checked.results();
        TakenIn submission = assignment.submission();
        Map<String, Set<String>> reads = new HashMap<>();
        results.keySet()
                .forEach(id -> reads.put(
                        id,
                        kept.contains(id)
                                ? earlier.readsOf(id)
                                : submission.reads().of(id)));
        Set<String> ofPreparation = new HashSet<>(submission.reads().of(Reads.PREPARATION));
        if (!kept.isEmpty()) {
            ofPreparation.addAll(earlier.readsOf(Reads.PREPARATION));
        }
        reads.put(Reads.PREPARATION, Set.copyOf(ofPreparation));
        return new Memory(
                assignment.seed(),
                submission.files(),
                submission.problems().isEmpty(),
                results,
                reads,
                evidence(assignment, checked, kept, earlier));
    }

    private static Map<String, List<Exhibit>> evidence(
            Assignment assignment, Checked checked, Set<String> kept, Memory earlier) {
        Map<String, List<Exhibit>> evidence = new LinkedHashMap<>();
        for (CheckDefinition check : assignment.task().checks()) {
            Map<String, List<Exhibit>> source = kept.contains(check.id()) ? earlier.evidence : checked.evidence();
            Optional.ofNullable(source.get(check.id())).ifPresent(shown -> evidence.put(check.id(), shown));
        }
        return evidence;
    }

    /** What holds for this submission, too, by check. What was blocked is decided anew: that costs nothing. */
    public Map<String, CheckResult> holding(Assignment next, TaskGrader grader) {
        boolean isComparable = isTaken && next.submission().problems().isEmpty() && next.seed() == seed;
        if (!isComparable) {
            return Map.of();
        }
        Set<String> again = again(next, grader);
        Map<String, CheckResult> holding = new LinkedHashMap<>();
        for (CheckDefinition check : next.task().checks()) {
            Optional.ofNullable(results.get(check.id()))
                    .filter(result -> result.verdict() != Verdict.BLOCKED && !again.contains(check.id()))
                    .ifPresent(result -> holding.put(check.id(), result));
        }
        return holding;
    }

    private Set<String> again(Assignment next, TaskGrader grader) {
        Set<String> changed = changed(next.submission().files());
        boolean isPreparedAnew = isTouched(Reads.PREPARATION, changed);
        Set<String> again = new HashSet<>();
        for (CheckDefinition check : next.task().checks()) {
            CheckResult result = results.get(check.id());
            boolean rests = grader.prepares() || !grader.wanted(check.id()).isEmpty();
            if (result == null
                    || result.verdict() == Verdict.ERROR
                    || isTouched(check.id(), changed)
                    || (isPreparedAnew && rests)) {
                again.add(check.id());
            }
        }
        for (int before = -1; before < again.size(); ) { // until nothing more follows from it
            before = again.size();
            for (CheckDefinition check : next.task().checks()) {
                check.needs().filter(again::contains).ifPresent(needed -> again.add(check.id()));
                if (again.contains(check.id())) {
                    check.continues().ifPresent(again::add); // nobody kept the environment that it left
                }
            }
        }
        return again;
    }

    private boolean isTouched(String reader, Set<String> changed) {
        return readsOf(reader).stream().anyMatch(changed::contains);
    }

    private Set<String> readsOf(String reader) {
        return reads.getOrDefault(reader, Set.of());
    }

    /** Paths whose content differs, came or went; and the list itself, where one came or went. */
    private Set<String> changed(Map<String, String> now) {
        Set<String> changed = Stream.concat(files.keySet().stream(), now.keySet().stream())
                .filter(path -> !Optional.ofNullable(files.get(path)).equals(Optional.ofNullable(now.get(path))))
                .collect(Collectors.toCollection(HashSet::new));
        if (!files.keySet().equals(now.keySet())) {
            changed.add(Reads.LISTING);
        }
        return changed;
    }
}
