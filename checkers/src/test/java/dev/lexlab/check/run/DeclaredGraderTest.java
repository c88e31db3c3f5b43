package dev.lexlab.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.environment.Ailment;
import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.Wanted;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that are data get the very verdicts that checks in Java would, with a desk that answers as a test says. */
class DeclaredGraderTest {
    private static final String LAB = """
            concept: desks
            title: A lab
            summary: About it.
            tasks:
              first:
                title: First
                summary: Do it.
                minutes: 10
                points: 6
                difficulty: 1
                files: [{path: keep, about: a program}]
                sandboxes: {desk: {image: tools}}
                grader: checks/first.yml
                seconds: 1
                checks:
                  - {id: one, points: 2, says: It is one}
                  - {id: two, points: 2, says: It is two, after: one}
                  - {id: three, points: 2, says: It is three, continues: two}
                hints: [one, two, three]
            """;
    private static final String CHECKS = """
            prepare:
              - {run: [apply], otherwise: {next: look}}
            checks:
              one:
                - {run: [one], otherwise: {next: look}}
              two:
                - {run: [two], otherwise: {next: look}}
              three:
                - {run: [three], otherwise: {next: look}}
            """;

    @TempDir
    Path root;

    private final Desk desk = new Desk();

    @BeforeEach
    void aCourse() throws IOException {
        write("labs/desks/lab.yml", LAB);
        write("labs/desks/guide/first.md", "Do it.");
        write("labs/desks/starter/first/keep", "#!/bin/sh\n");
        write("labs/desks/checks/first.yml", CHECKS);
        write("labs/images/tools/Dockerfile", "FROM scratch\n");
        write("mine/keep", "#!/bin/sh\n");
    }

    @Test
    void preparesAsTheEnvironmentNeedsItAndRunsInOrder() throws Exception {
        assertThat(verdicts()).containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.PASSED);
        // A desk cannot be copied: it is prepared for every check but the one that goes on.
        assertThat(desk.notes)
                .containsExactly(
                        "unprepared", "apply", "same", "one", "unprepared", "apply", "same", "two", "same", "three");
    }

    @Test
    void aCheckThatFailsBlocksThoseThatNeedIt() throws Exception {
        desk.answers.put("one", 1);

        assertThat(verdicts()).containsExactly(Verdict.FAILED, Verdict.BLOCKED, Verdict.BLOCKED);
    }

    @Test
    void whatCannotBeAppliedIsTheVerdictOfEveryCheckThatStartsFromIt() throws Exception {
        desk.answers.put("apply", 1);

        assertThat(verdicts()).containsExactly(Verdict.FAILED, Verdict.BLOCKED, Verdict.BLOCKED);
    }

    @Test
    void aCommandThatHangsIsCutOff() throws Exception {
        desk.hanging = "two";

        assertThat(verdicts()).containsExactly(Verdict.PASSED, Verdict.TIMEOUT, Verdict.BLOCKED);
    }

    @Test
    void nobodyIsBlamedWhereTheMachineryFails() throws Exception {
        desk.answers.put("one", 1);
        desk.isWell = false;

        assertThat(verdicts()).containsExactly(Verdict.ERROR, Verdict.ERROR, Verdict.ERROR);
    }

    @Test
    void theFileCountsInTheFingerprint() throws Exception {
        Course course = new Course(root);
        String before = Fingerprint.of(course, lab(), task(), new Graders(course).of(lab(), task()));

        write("labs/desks/checks/first.yml", CHECKS.replace("[three]", "[three, times]"));

        assertThat(Fingerprint.of(course, lab(), task(), new Graders(course).of(lab(), task())))
                .isNotEqualTo(before);
    }

    private List<Verdict> verdicts() throws Exception {
        Assignment assignment = new Assignment(lab(), task(), Intake.take(root.resolve("mine"), task()), 42);
        try (Grader grader = new Grader()) {
            Map<String, CheckResult> results = grader.grade(
                            assignment, new Graders(new Course(root)).of(lab(), task()), desk, (number, of) -> {})
                    .results();
            return List.of("one", "two", "three").stream()
                    .map(id -> Optional.ofNullable(results.get(id))
                            .map(CheckResult::verdict)
                            .orElse(Verdict.ERROR))
                    .toList();
        }
    }

    private LabDefinition lab() {
        return new LabReader(new Course(root), new Problems()).readAll().get(0);
    }

    private TaskDefinition task() {
        return lab().tasks().get(0);
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** An environment that is one machine, and that machine. */
    private static final class Desk implements Environment, Machine {
        private final List<String> notes = new ArrayList<>();
        private final Map<String, Integer> answers = new HashMap<>();
        private final CountDownLatch end = new CountDownLatch(1);
        private String hanging = "";
        private boolean isWell = true;

        @Override
        public boolean isCopied() {
            return false;
        }

        @Override
        public Map<Wanted, Object> provide(State state, Set<Wanted> wanted) {
            notes.add(state.name().toLowerCase(Locale.ROOT));
            Map<Wanted, Object> provided = new HashMap<>();
            wanted.forEach(one -> provided.put(one, this));
            return provided;
        }

        @Override
        public Ran run(Command command) {
            notes.add(command.typed());
            if (command.typed().equals(hanging)) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return new Ran(command.typed(), answers.getOrDefault(command.typed(), 0), "", "");
        }

        @Override
        public Stuck cutOff() {
            end.countDown();
            return new Stuck("the end of " + hanging, "it was still running");
        }

        @Override
        public Optional<Ailment> ailment() {
            return isWell ? Optional.empty() : Optional.of(new Ailment("the desk is gone", "check again"));
        }

        @Override
        public Opened open(boolean isPrepared) {
            throw new AssertionError("nobody looks into it");
        }

        @Override
        public String name() {
            return "desk";
        }

        @Override
        public Outage outage() {
            throw new AssertionError("no step breaks it");
        }

        @Override
        public Program start(Command command) {
            throw new AssertionError("no step starts what goes on");
        }

        @Override
        public void write(String path, String text) {
            throw new AssertionError("no step writes");
        }

        @Override
        public void set(String variable, String value) {
            throw new AssertionError("no step sets a variable");
        }

        @Override
        public void close() {}
    }
}
