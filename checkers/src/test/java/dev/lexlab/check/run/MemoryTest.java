package dev.lexlab.check.run;

import static dev.lexlab.check.TestLab.after;
import static dev.lexlab.check.TestLab.check;
import static dev.lexlab.check.TestLab.continues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second grading finds out again, and what it knows. */
@SuppressWarnings("DoNotCallSuggester") // nobody but the engine calls a check
class MemoryTest {
    private static final List<String> RAN = new ArrayList<>();

    @TempDir
    Path folder;

    private final NotedEnvironment environment = new NotedEnvironment();
    private Memory memory = Memory.NONE;
    private Map<String, CheckResult> results = Map.of();

    @BeforeEach
    void aSubmission() throws IOException {
        write(TestLab.FILE, "a");
        write("b.txt", "b");
        RAN.clear();
    }

    static final class Separate {
        @Check("reads-a")
        void readsA(Submission work) {
            RAN.add("reads-a");
            if (work.file(TestLab.FILE).text().equals("bad")) {
                throw Failure.of("a is bad");
            }
        }

        @Check("reads-b")
        void readsB(Submission work) {
            RAN.add("reads-b");
            work.file("b.txt").bytes();
        }

        @Check("looks-for-c")
        void looksForC(Submission work) {
            RAN.add("looks-for-c");
            if (work.has("c.txt")) {
                throw Failure.of("c is there");
            }
        }

        @Check("lists")
        void lists(Submission work) {
            RAN.add("lists");
            assertThat(work.paths()).contains("b.txt");
        }
    }

    private static final CheckDefinition[] SEPARATE = {
        check("reads-a"), check("reads-b"), check("looks-for-c"), check("lists")
    };

    @Test
    void findsOutOnlyWhatReadTheChangedFile() throws Exception {
        grade(Separate.class, SEPARATE);
        write("b.txt", "other");

        assertThat(again(Separate.class, SEPARATE)).containsExactly("reads-b");
        assertThat(results.keySet()).containsExactlyInAnyOrder("reads-a", "reads-b", "looks-for-c", "lists");
        write(TestLab.FILE, "bad");
        assertThat(again(Separate.class, SEPARATE)).containsExactly("reads-a");
        assertThat(verdict("reads-a")).isEqualTo(Verdict.FAILED);
        assertThat(again(Separate.class, SEPARATE)).as("nothing changed").isEmpty();
        assertThat(verdict("reads-a")).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aFileThatComesOrGoesCountsForWhoLookedForItAndWhoListed() throws Exception {
        grade(Separate.class, SEPARATE);

        write("c.txt", "");
        assertThat(again(Separate.class, SEPARATE)).containsExactly("looks-for-c", "lists");
        assertThat(verdict("looks-for-c")).isEqualTo(Verdict.FAILED);

        Files.delete(folder.resolve("c.txt"));
        assertThat(again(Separate.class, SEPARATE)).containsExactly("looks-for-c", "lists");

        write("d.txt", "");
        assertThat(again(Separate.class, SEPARATE)).containsExactly("lists");
    }

    @Test
    void anotherSeedOrASubmissionThatCannotBeTakenKeepsNothing() throws Exception {
        grade(Separate.class, SEPARATE);
        RAN.clear();
        grade(Separate.class, 7, SEPARATE);
        assertThat(RAN).hasSize(4);

        Files.delete(folder.resolve(TestLab.FILE));
        again(Separate.class, SEPARATE);
        assertThat(verdict("reads-b")).isEqualTo(Verdict.INVALID);
        write(TestLab.FILE, "a");
        assertThat(again(Separate.class, SEPARATE)).hasSize(4);
    }

    static final class Prepared {
        @Prepare
        void prepare(Submission work, Postgres db) {
            work.file(TestLab.FILE).text();
        }

        @Check("asks-db")
        void asksDb(Postgres db) {
            RAN.add("asks-db");
        }

        @Check("reads-b")
        void readsB(Submission work) {
            RAN.add("reads-b");
            work.file("b.txt").text();
        }
    }

    @Test
    void whatThePreparationReadCountsForEveryCheckThatStartsFromIt() throws Exception {
        CheckDefinition[] checks = {check("asks-db"), check("reads-b")};
        grade(Prepared.class, checks);

        write("b.txt", "other");
        assertThat(again(Prepared.class, checks)).containsExactly("reads-b");
        write(TestLab.FILE, "other");
        assertThat(again(Prepared.class, checks)).containsExactly("asks-db", "reads-b");
    }

    static final class Chained {
        @Check("first")
        void first(Postgres db) {
            RAN.add("first");
        }

        @Check("goes-on")
        void goesOn(Submission work, Postgres db) {
            RAN.add("goes-on");
            work.file("b.txt").text();
        }

        @Check("later")
        void later(Submission work) {
            RAN.add("later");
            if (work.file(TestLab.FILE).text().equals("bad")) {
                throw Failure.of("a is bad");
            }
        }

        @Check("last")
        void last() {
            RAN.add("last");
        }
    }

    private static final CheckDefinition[] CHAINED = {
        check("first"), continues("goes-on", "first"), after("later", "first"), after("last", "later")
    };

    @Test
    void aCheckThatGoesOnNeedsTheEnvironmentThatTheOneBeforeLeft() throws Exception {
        grade(Chained.class, CHAINED);
        write("b.txt", "other");

        assertThat(again(Chained.class, CHAINED)).startsWith("first", "goes-on");
        assertThat(environment.notes).endsWith("fresh", "same");
    }

    @Test
    void whatWasBlockedRunsWhenNothingBlocksItAnyMore() throws Exception {
        write(TestLab.FILE, "bad");
        grade(Chained.class, CHAINED);
        assertThat(verdict("last")).isEqualTo(Verdict.BLOCKED);
        assertThat(again(Chained.class, CHAINED)).isEmpty();
        assertThat(verdict("last")).isEqualTo(Verdict.BLOCKED);

        write(TestLab.FILE, "good");
        assertThat(again(Chained.class, CHAINED)).containsExactly("later", "last");
        assertThat(verdict("last")).isEqualTo(Verdict.PASSED);
    }

    static final class Broken {
        @Check("breaks")
        void breaks() {
            RAN.add("breaks");
            throw new IllegalStateException("ours");
        }
    }

    @Test
    void anErrorIsNeverKept() throws Exception {
        grade(Broken.class, check("breaks"));

        assertThat(again(Broken.class, check("breaks"))).containsExactly("breaks");
    }

    static final class Waiting {
        private static final CountDownLatch BEGUN = new CountDownLatch(1);

        @Check("hangs")
        void hangs() throws InterruptedException {
            BEGUN.countDown();
            new CountDownLatch(1).await();
        }

        @Check("never")
        void never() {
            RAN.add("never");
        }
    }

    @Test
    void whoeverIsAskedToStopEndsWhatHangsAndBeginsNothingMore() throws Exception {
        TaskDefinition task = TestLab.task(Waiting.class.getName(), 600, check("hangs"), check("never"));
        Stop stop = new Stop();
        Thread asking = new Thread(() -> {
            try {
                Waiting.BEGUN.await();
                stop.ask();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        asking.start();
        try (Grader grader = new Grader()) {
            grader.grade(assignment(task, 1), GraderClass.of(task), environment, (n, of) -> {}, Map.of(), stop);
        }
        asking.join();

        assertThat(stop.isAsked()).isTrue();
        assertThat(RAN).isEmpty();
    }

    private List<String> again(Class<?> type, CheckDefinition... checks) throws Exception {
        RAN.clear();
        grade(type, checks);
        return List.copyOf(RAN);
    }

    private void grade(Class<?> type, CheckDefinition... checks) throws Exception {
        grade(type, 42, checks);
    }

    private void grade(Class<?> type, long seed, CheckDefinition... checks) throws Exception {
        TaskDefinition task = TestLab.task(type, checks);
        GraderClass graderClass = GraderClass.of(task);
        Assignment assignment = assignment(task, seed);
        Map<String, CheckResult> kept = memory.holding(assignment, graderClass);
        try (Grader grader = new Grader()) {
            Checked checked = grader.grade(assignment, graderClass, environment, (n, of) -> {}, kept, new Stop());
            results = checked.results();
            memory = Memory.of(assignment, checked, kept.keySet(), memory);
        }
    }

    private Assignment assignment(TaskDefinition task, long seed) {
        return new Assignment(TestLab.lab(task), task, Intake.take(folder, task), seed);
    }

    private Verdict verdict(String id) {
        return Objects.requireNonNull(results.get(id), id).verdict();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
