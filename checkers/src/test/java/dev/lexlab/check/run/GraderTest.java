package dev.lexlab.check.run;

import static dev.lexlab.check.TestLab.after;
import static dev.lexlab.check.TestLab.check;
import static dev.lexlab.check.TestLab.continues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.TimedOut;
import dev.lexlab.check.fold.Fold;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.ResultJson;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every verdict, with graders of a few lines and an environment that only takes notes. */
@SuppressWarnings("DoNotCallSuggester") // nobody but the engine calls a check
class GraderTest {
    @TempDir
    Path folder;

    private final NotedEnvironment environment = new NotedEnvironment();

    @BeforeEach
    void aSubmission() throws IOException {
        Files.writeString(folder.resolve(TestLab.FILE), "SELECT 1;");
    }

    static final class EveryVerdict {
        @Check("passes")
        void passes(Submission work, Draw draw) {
            assertThat(work.has(TestLab.FILE)).isTrue();
            assertThat(draw.number(1, 1)).isEqualTo(1);
        }

        @Check("fails")
        void fails() {
            throw Failure.of("two bookings overlap")
                    .expected("a refusal")
                    .seen("accepted")
                    .diagnose("no-rule")
                    .reproduce("psql -c \"SELECT 1\"");
        }

        @Check("asserts")
        void asserts() {
            assertThat(1).isEqualTo(2);
        }

        @Check("is-invalid")
        void isInvalid() {
            throw Invalid.at(new Place(TestLab.FILE, 3, 7), "this cannot be read")
                    .next("correct it");
        }

        @Check("times-out")
        void timesOut() {
            throw new TimedOut("an answer to COMMIT", "active");
        }

        @Check("breaks")
        void breaks() {
            throw new IllegalArgumentException("a slip of ours");
        }
    }

    @Test
    void givesEachCheckTheVerdictOfWhatItThrew() throws Exception {
        Map<String, CheckResult> results = grade(
                EveryVerdict.class,
                check("passes"),
                check("fails"),
                check("asserts"),
                check("is-invalid"),
                check("times-out"),
                check("breaks"));

        assertThat(results).hasSize(6);
        assertThat(verdict(results, "passes")).isEqualTo(Verdict.PASSED);
        assertThat(verdict(results, "fails")).isEqualTo(Verdict.FAILED);
        assertThat(verdict(results, "asserts")).isEqualTo(Verdict.FAILED);
        assertThat(verdict(results, "is-invalid")).isEqualTo(Verdict.INVALID);
        assertThat(verdict(results, "times-out")).isEqualTo(Verdict.TIMEOUT);
        assertThat(verdict(results, "breaks")).isEqualTo(Verdict.ERROR);
        assertThat(result(results, "breaks").points()).isEmpty();
        assertThat(feedback(results, "breaks").summary())
                .isEqualTo("the grader itself failed: java.lang.IllegalArgumentException: a slip of ours");
        assertThat(feedback(results, "times-out").expected().orElseThrow().value())
                .isEqualTo("an answer to COMMIT");
        assertThat(feedback(results, "is-invalid").place()).contains(new Place(TestLab.FILE, 3, 7));
    }

    @Test
    void addsTheWordsOfADiagnosisFromTheLab() throws Exception {
        Feedback feedback = feedback(
                grade(
                        EveryVerdict.class,
                        check("fails"),
                        check("passes"),
                        check("asserts"),
                        check("is-invalid"),
                        check("times-out"),
                        check("breaks")),
                "fails");

        assertThat(feedback.diagnosis()).contains(new Feedback.Diagnosis("no-rule", "There is no rule against this."));
        assertThat(feedback.next()).contains("Write one.");
        assertThat(feedback.term()).contains("constraint");
    }

    static final class UnknownDiagnosis {
        @Check("a")
        void a() {
            throw Failure.of("odd").diagnose("no-such");
        }
    }

    @Test
    void aDiagnosisWithoutWordsIsOurError() throws Exception {
        Map<String, CheckResult> results = grade(UnknownDiagnosis.class, check("a"));

        assertThat(verdict(results, "a")).isEqualTo(Verdict.ERROR);
        assertThat(feedback(results, "a").summary())
                .isEqualTo("the grader names a diagnosis that lab.yml does not have: no-such");
    }

    static final class Chain {
        @Check("c")
        void c() {}

        @Check("b")
        void b() {}

        @Check("a")
        void a() {
            throw Failure.of("no");
        }

        @Check("free")
        void free() {}
    }

    @Test
    void blocksWhatNeedsACheckThatDidNotPassAndRunsTheRest() throws Exception {
        Map<String, CheckResult> results =
                grade(Chain.class, check("a"), after("b", "a"), after("c", "b"), check("free"));

        assertThat(verdict(results, "b")).isEqualTo(Verdict.BLOCKED);
        assertThat(result(results, "b").blockedBy()).contains("a");
        assertThat(result(results, "c").blockedBy()).contains("b");
        assertThat(verdict(results, "free")).isEqualTo(Verdict.PASSED);
        assertThat(result(results, "b").points()).contains(0);
    }

    static final class BrokenChain {
        @Check("a")
        void a() {
            throw new IllegalStateException("ours");
        }

        @Check("b")
        void b() {}
    }

    @Test
    void whatIsBlockedByAnErrorIsAnErrorAndBlamesNobody() throws Exception {
        Map<String, CheckResult> results = grade(BrokenChain.class, check("a"), after("b", "a"));

        assertThat(verdict(results, "b")).isEqualTo(Verdict.ERROR);
        assertThat(feedback(results, "b").summary()).isEqualTo("not tried, because 'a' could not be graded");
    }

    static final class Blames {
        @Check("a")
        void a() {
            throw Failure.of("nothing was stored");
        }
    }

    @Test
    void blamesNobodyWhileTheServerIsDown() throws Exception {
        environment.well = false;

        Map<String, CheckResult> results = grade(Blames.class, check("a"));

        assertThat(verdict(results, "a")).isEqualTo(Verdict.ERROR);
        assertThat(feedback(results, "a").summary()).isEqualTo("the server is gone");
    }

    static final class Swells {
        @Check("a")
        void a() {
            throw new OutOfMemoryError("Java heap space");
        }

        @Check("b")
        void b() {}
    }

    @Test
    void whereOurMemoryIsUsedUpTheNextCheckIsStillRun() throws Exception {
        Map<String, CheckResult> results = grade(Swells.class, check("a"), check("b"));

        assertThat(verdict(results, "a")).isEqualTo(Verdict.ERROR);
        assertThat(feedback(results, "a").next().orElseThrow()).contains("JAVA_TOOL_OPTIONS=-Xmx");
        assertThat(verdict(results, "b")).isEqualTo(Verdict.PASSED);
    }

    static final class BadPreparation {
        @Prepare
        void prepare(Submission work) {
            throw Invalid.at(work.file(TestLab.FILE).at(1, 1), "no");
        }

        @Check("a")
        void a() {}

        @Check("b")
        void b() {}

        @Check("c")
        void c() {}
    }

    @Test
    void aFailedPreparationIsTheVerdictOfEveryCheckThatWouldStartFromIt() throws Exception {
        Map<String, CheckResult> results = grade(BadPreparation.class, check("a"), after("b", "a"), check("c"));

        assertThat(verdict(results, "a")).isEqualTo(Verdict.INVALID);
        assertThat(verdict(results, "b")).isEqualTo(Verdict.BLOCKED);
        assertThat(verdict(results, "c")).isEqualTo(Verdict.INVALID);
    }

    static final class Databases {
        @Prepare
        void prepare(Postgres db) {}

        @Check("a")
        void a(Postgres db) {}

        @Check("b")
        void b(Postgres db) {}

        @Check("c")
        void c(Postgres db) {}

        @Check("files-only")
        void filesOnly() {}
    }

    @Test
    void preparesOnceAndGivesEachCheckTheDatabaseItAsksFor() throws Exception {
        grade(Databases.class, check("a"), continues("b", "a"), after("c", "a"), check("files-only"));

        assertThat(environment.notes).containsExactly("unprepared", "fresh", "same", "fresh");
    }

    @Test
    void preparesAnewForEveryCheckThatBeginsAnewWhereNothingCanBeCopied() throws Exception {
        environment.copied = false;

        grade(Databases.class, check("a"), continues("b", "a"), after("c", "a"), check("files-only"));

        assertThat(environment.notes).containsExactly("unprepared", "same", "same", "unprepared", "same", "unprepared");
    }

    @Test
    void asksForNoServerWhereTheSubmissionCannotBeTaken() throws Exception {
        Files.delete(folder.resolve(TestLab.FILE));

        Map<String, CheckResult> results =
                grade(Databases.class, check("a"), continues("b", "a"), after("c", "a"), check("files-only"));

        assertThat(verdict(results, "a")).isEqualTo(Verdict.INVALID);
        assertThat(feedback(results, "a").summary()).isEqualTo("there is no such file");
        assertThat(verdict(results, "c")).isEqualTo(Verdict.BLOCKED);
        assertThat(environment.notes).isEmpty();
    }

    static final class Hangs {
        @Check("a")
        void a() throws InterruptedException {
            new java.util.concurrent.CountDownLatch(1).await();
        }

        @Check("b")
        void b() {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void endsACheckThatHangsAndSaysWhatItWaitedFor() throws Exception {
        TaskDefinition task = TestLab.task(Hangs.class.getName(), 1, check("a"), check("b"));

        Map<String, CheckResult> results = grade(task);

        assertThat(verdict(results, "a")).isEqualTo(Verdict.TIMEOUT);
        assertThat(feedback(results, "a").expected().orElseThrow().value()).isEqualTo("a note");
        assertThat(feedback(results, "a").seen().orElseThrow().value()).isEqualTo("nothing yet");
        assertThat(verdict(results, "b")).isEqualTo(Verdict.PASSED);
    }

    static final class CannotBeMade {
        CannotBeMade() {
            throw new IllegalStateException("never made");
        }

        @Check("a")
        void a() {}
    }

    @Test
    void aGraderThatCannotBeMadeIsAnErrorOfEveryCheck() throws Exception {
        assertThat(verdict(grade(CannotBeMade.class, check("a")), "a")).isEqualTo(Verdict.ERROR);
    }

    static final class Drawing {
        @Check("a")
        void a(Draw draw) {
            throw Failure.of("drew " + draw.words(3));
        }

        @Check("b")
        void b(Draw draw) {
            throw Failure.of("drew " + draw.words(3));
        }
    }

    @Test
    void theSameSubmissionAndSeedGiveTheSameBytes() throws Exception {
        TaskDefinition task = TestLab.task(Drawing.class, check("a"), check("b"));

        assertThat(bytes(task, 42)).isEqualTo(bytes(task, 42)).isNotEqualTo(bytes(task, 43));
    }

    static final class Meeting {
        static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Check("meets")
        void meets(Submission work) throws Exception {
            BOTH.await(20, TimeUnit.SECONDS);
            throw Failure.of(work.file(TestLab.FILE).text()).next("none");
        }
    }

    @Test
    void gradingsGoOnAtTheSameTimeAndKeepTheirResultsApart(@TempDir Path other) throws Exception {
        TaskDefinition task = TestLab.task(Meeting.class, check("meets"));
        Files.writeString(other.resolve(TestLab.FILE), "SELECT 2;");
        Assignment second = new Assignment(TestLab.lab(task), task, Intake.take(other, task), 42);
        try (Grader grader = new Grader()) {
            CompletableFuture<Map<String, CheckResult>> meanwhile = CompletableFuture.supplyAsync(
                    () -> grader.grade(second, graderOf(task), new NotedEnvironment(), (number, of) -> {})
                            .results());

            Map<String, CheckResult> here = grader.grade(
                            assignment(task, 42), graderOf(task), environment, (number, of) -> {})
                    .results();

            assertThat(feedback(here, "meets").summary()).isEqualTo("SELECT 1;");
            assertThat(feedback(meanwhile.join(), "meets").summary()).isEqualTo("SELECT 2;");
        }
    }

    static final class WithEvidence {
        private final StringBuilder log = new StringBuilder("started\n");

        @Prepare
        void prepare(Evidence evidence) {
            evidence.text("made of it", "port 1");
        }

        @Check("passes")
        void passes(Evidence evidence) {
            evidence.textAtEnd("log", log::toString);
            evidence.text("plan", "Seq Scan");
            evidence.text("plan", "Index Scan");
            evidence.trace("asked").message("visitor", "relay", "GET /");
            evidence.trace("asked").answer("relay", "visitor", "200");
            evidence.trace("nobody asked");
            log.append("asked\n");
        }

        @Check("fails")
        void fails(Evidence evidence) {
            evidence.textAtEnd("log of nobody", () -> {
                throw new IllegalStateException("gone");
            });
            evidence.textAtEnd("log", log::toString);
            log.append("failed\n");
            throw Failure.of("no").next("none");
        }

        @Check("breaks")
        void breaks(Evidence evidence) {
            evidence.text("last words", "x".repeat(Untrusted.CAP + 1));
            throw new IllegalStateException("a slip of ours");
        }

        @Check("silent")
        void silent() {}
    }

    @Test
    void keepsTheEvidenceOfEachCheckWhateverItsVerdict() throws Exception {
        Checked checked = checked(
                TestLab.task(WithEvidence.class, check("passes"), check("fails"), check("breaks"), check("silent")));

        assertThat(checked.results().values())
                .extracting(CheckResult::verdict)
                .containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.ERROR, Verdict.PASSED);
        assertThat(checked.evidence().get("passes"))
                .containsExactly(
                        new Exhibit.Text("made of it", Untrusted.of("port 1")),
                        new Exhibit.Text("log", Untrusted.of("started\nasked\n")),
                        new Exhibit.Text("plan", Untrusted.of("Index Scan")),
                        new Exhibit.Trace(
                                "asked",
                                List.of(
                                        message("visitor", "relay", "GET /", false),
                                        message("relay", "visitor", "200", true)),
                                2));
        assertThat(checked.evidence().get("fails"))
                .containsExactly(new Exhibit.Text("log", Untrusted.of("started\nfailed\n")));
        assertThat(checked.evidence().get("breaks"))
                .containsExactly(new Exhibit.Text("last words", Untrusted.of("x".repeat(Untrusted.CAP + 1))));
        assertThat(checked.evidence().get("silent")).isEmpty();
    }

    static final class Talkative {
        @Check("talks")
        void talks(Evidence evidence) {
            for (int i = 0; i < 1000; i++) {
                evidence.trace("many").message("A", "B", "message " + i);
                evidence.trace("large").message("A", "B", "x".repeat(10_000));
            }
        }
    }

    @Test
    void keepsTheFirstMessagesOfALongTraceAndTheirNumber() throws Exception {
        List<Exhibit> evidence = checked(TestLab.task(Talkative.class, check("talks")))
                .evidence()
                .getOrDefault("talks", List.of());

        Exhibit.Trace many = (Exhibit.Trace) evidence.get(0);
        assertThat(many.messages())
                .hasSize(Exhibit.Trace.MOST)
                .first()
                .isEqualTo(message("A", "B", "message 0", false));
        assertThat(many.count()).isEqualTo(1000);
        assertThat(((Exhibit.Trace) evidence.get(1)).messages()).hasSize(7);
    }

    private static Exhibit.Message message(String from, String to, String what, boolean isReply) {
        return new Exhibit.Message(Untrusted.of(from), Untrusted.of(to), Untrusted.of(what), isReply);
    }

    private static GraderClass graderOf(TaskDefinition task) {
        try {
            return GraderClass.of(task);
        } catch (ProblemsFound e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bytes(TaskDefinition task, long seed) throws ProblemsFound {
        Assignment assignment = assignment(task, seed);
        try (Grader grader = new Grader()) {
            Grade grade = Fold.grade(
                    assignment,
                    "ff",
                    "containers",
                    grader.grade(assignment, GraderClass.of(task), environment, (number, of) -> {})
                            .results());
            return ResultJson.grade(grade);
        }
    }

    private Map<String, CheckResult> grade(Class<?> type, dev.lexlab.lab.CheckDefinition... checks)
            throws ProblemsFound {
        return grade(TestLab.task(type, checks));
    }

    private Map<String, CheckResult> grade(TaskDefinition task) throws ProblemsFound {
        return checked(task).results();
    }

    private Checked checked(TaskDefinition task) throws ProblemsFound {
        try (Grader grader = new Grader()) {
            return grader.grade(assignment(task, 42), GraderClass.of(task), environment, (number, of) -> {});
        }
    }

    private Assignment assignment(TaskDefinition task, long seed) {
        return new Assignment(TestLab.lab(task), task, Intake.take(folder, task), seed);
    }

    private static Verdict verdict(Map<String, CheckResult> results, String id) {
        return result(results, id).verdict();
    }

    private static Feedback feedback(Map<String, CheckResult> results, String id) {
        return result(results, id).feedback().orElseThrow();
    }

    private static CheckResult result(Map<String, CheckResult> results, String id) {
        return java.util.Objects.requireNonNull(results.get(id), id);
    }
}
