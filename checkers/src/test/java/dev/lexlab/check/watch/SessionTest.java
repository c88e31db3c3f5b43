package dev.lexlab.check.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.learner.Notes;
import dev.lexlab.check.pipeline.Regraded;
import dev.lexlab.check.report.Results;
import dev.lexlab.check.run.Memory;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.Run;
import dev.lexlab.lab.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When something is graded and what is shown, with a clock, files and a grader that do what a test says. */
class SessionTest {
    /** How long a grading takes here. */
    private static final long GRADING = 500;

    @TempDir
    Path root;

    private final ScriptedInbox inbox = new ScriptedInbox();
    private final TestConsole console = new TestConsole(false);
    private final FakeGradings gradings = new FakeGradings();
    private final AtomicLong seed = new AtomicLong(7);
    private LabDefinition lab;
    private Watched task;
    private Path file;

    @BeforeEach
    void aStartedTask() throws IOException {
        Path starter = Files.createDirectories(root.resolve("starter"));
        Files.writeString(starter.resolve(TestLab.FILE), "starter");
        TaskDefinition definition = TestLab.startingFrom(starter, TestLab.check("a"));
        lab = new LabDefinition(
                root.resolve("labs/demo"), "demo", "postgres", "A lab", "About it.", List.of(definition));
        Path folder = Files.createDirectories(lab.work().resolve("first"));
        task = new Watched(lab, definition, folder, "work/first", true);
        file = Files.writeString(folder.resolve(TestLab.FILE), "starter");
    }

    @Test
    void gradesAtOnceAndThenEachTimeSomethingElseIsSaved() throws Exception {
        save(1_000, "one");
        save(3_000, "two");
        quit(5_000);

        assertThat(watch()).isEqualTo(ExitCode.YES);
        assertThat(gradings.begun).containsExactly("starter", "one", "two");
        assertThat(verdicts()).containsExactly("starter", "one", "two");
    }

    @Test
    void aBurstOfEventsIsOneGrading() throws Exception {
        inbox.at(1_000, () -> write(""));
        for (int after = 0; after < 400; after += 50) {
            touch(1_000 + after);
        }
        inbox.at(1_390, () -> write("whole"));
        quit(5_000);

        watch();
        assertThat(gradings.begun).containsExactly("starter", "whole");
    }

    @Test
    void aSaveThatChangesNothingIsNotGraded() throws Exception {
        save(1_000, "starter");
        quit(3_000);

        watch();
        assertThat(gradings.begun).containsExactly("starter");
    }

    @Test
    void whatIsSavedMeanwhileCutsTheGradingOffAndOnlyTheNewestIsShown() throws Exception {
        save(1_000, "old");
        save(1_200, "new"); // the grading of "old" would go on until 1 600
        quit(5_000);

        watch();
        assertThat(gradings.begun).containsExactly("starter", "old", "new");
        assertThat(gradings.cut).containsExactly("old");
        assertThat(verdicts()).containsExactly("starter", "new");
    }

    @Test
    void aVerdictThatComesAfterTheFilesChangedIsNeverShown() throws Exception {
        save(1_000, "old");
        inbox.at(1_590, () -> write("new")); // the system has not told of it when the verdict comes
        touch(1_700);
        quit(5_000);

        watch();
        assertThat(verdicts()).containsExactly("starter", "new");
    }

    @Test
    void changedAndChangedBackIsTheVerdictThatIsThere() throws Exception {
        save(1_000, "other");
        save(1_200, "starter");
        quit(5_000);

        watch();
        assertThat(verdicts().get(verdicts().size() - 1)).isEqualTo("starter");
        assertThat(verdicts()).doesNotContain("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {".schema.sql.swp", "schema.sql~", "#schema.sql#", "4913", ".git/index", "schema.sql.tmp"})
    void whatEditorsPutBesideAFileIsNoSave(String name) throws Exception {
        inbox.at(
                1_000,
                () -> inbox.put(new Event.Touched(Optional.of(task.folder().resolve(name)))));
        inbox.at(1_000, () -> write("not looked at, since nobody told of it"));
        quit(3_000);

        watch();
        assertThat(gradings.begun).containsExactly("starter");
    }

    @Test
    void whatCouldNotBeGradedIsToldInALineAndTriedAgainAtTheNextSaveEvenOfTheSame() throws Exception {
        gradings.trouble = "the container engine does not answer";
        inbox.at(900, () -> gradings.trouble = "");
        save(1_000, "starter");
        quit(3_000);

        watch();
        assertThat(console.said())
                .contains("could not grade: the container engine does not answer (the next save tries again)\n");
        assertThat(gradings.begun).containsExactly("starter", "starter");
        assertThat(verdicts()).containsExactly("starter");
    }

    @Test
    void aFolderThatIsNotThereYetIsToldOnceAndGradedWhenItIs() throws Exception {
        Files.delete(file);
        Files.delete(task.folder());
        inbox.at(1_000, () -> inbox.put(new Event.Touched(Optional.empty())));
        inbox.at(2_000, () -> {
            create();
            write("starter");
        });
        touch(2_000);
        quit(5_000);

        watch();
        assertThat(console.said())
                .containsOnlyOnce("there is no folder work/first yet; ./lexlab start demo puts the starter there\n");
        assertThat(gradings.begun).containsExactly("starter");
    }

    @Test
    void theSeedStaysUntilSomebodyWantsANewOne() throws Exception {
        save(1_000, "one");
        type(2_000, "a");
        type(3_000, "N");
        quit(5_000);

        watch();
        assertThat(gradings.begun).containsExactly("starter", "one", "one", "one");
        assertThat(gradings.seeds).containsExactly(7L, 7L, 7L, 8L);
    }

    @Test
    void theNextGradingKnowsWhatTheLastOneFoundUnlessAllIsWantedAgain() throws Exception {
        save(1_000, "one");
        type(2_000, "a");
        quit(5_000);

        watch();
        assertThat(gradings.knew).containsExactly(false, true, false);
    }

    @Test
    void aHintIsShownAndCounted() throws Exception {
        type(1_000, " h ");
        type(1_100, "H");
        type(1_200, "x");
        quit(2_000);

        watch();
        assertThat(console.said())
                .contains("demo/first, hint 1 of 3\n", "demo/first, hint 2 of 3\n", "'x' is no key of ours\n");
        assertThat(Files.readString(root.resolve(".lexlab/notes/demo/first.json")))
                .contains("\"hintsUsed\":2");
    }

    @Test
    void aNoteThatCannotBeReadIsToldAndTheWatchGoesOn() throws Exception {
        Path notes = Files.createDirectories(root.resolve(".lexlab/notes/demo"));
        Files.writeString(notes.resolve("first.json"), "nonsense");
        Files.createDirectories(root.resolve(".lexlab/results/demo/first"));
        Files.writeString(root.resolve(".lexlab/results/demo/first/result.json"), "nonsense");
        save(1_000, "one");
        quit(3_000);

        watch();
        assertThat(console.noted()).contains("cannot be read", "first.json.unreadable-1");
        assertThat(verdicts()).containsExactly("starter", "one");
    }

    @Test
    void whatIsPassedPointsToTheNextTaskWhichIsWatchedFromThenOn() throws Exception {
        Watched second = second();
        gradings.verdict = Verdict.PASSED;
        inbox.at(1_000, () -> save(second, "mine"));
        quit(5_000);

        watch(task, second);
        assertThat(console.said())
                .contains("Passed. Next, and watched from now on, is demo/second: \n")
                .contains("All of lab demo is passed.");
        assertThat(gradings.begun).containsExactly("starter", "mine");
    }

    @Test
    void whoeverSavesAFileOfAnotherTaskWorksOnThatOne() throws Exception {
        Watched second = second();
        inbox.at(1_000, () -> save(second, "mine"));
        inbox.at(3_000, () -> save(task, "back"));
        quit(5_000);

        watch(task, second);
        assertThat(gradings.begun).containsExactly("starter", "mine", "back");
        assertThat(gradings.tasks).containsExactly("demo/first", "demo/second", "demo/first");
    }

    @Test
    void theEndOfTheProcessIsNoNews() throws Exception {
        ending = true;
        quit(2_000);

        watch();
        assertThat(verdicts()).isEmpty();
    }

    private boolean ending;

    private Watched second() throws IOException {
        TaskDefinition first = task.task();
        TaskDefinition other = new TaskDefinition(
                first.place(),
                "second",
                "A second task",
                "Do it, too.",
                20,
                2,
                List.of("first"),
                List.of(),
                first.files(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                first.grader(),
                30,
                first.checks(),
                first.hints(),
                first.diagnoses(),
                first.guide(),
                first.starter());
        lab = new LabDefinition(lab.folder(), "demo", "postgres", "A lab", "About it.", List.of(first, other));
        task = new Watched(lab, first, task.folder(), task.shown(), true);
        Path folder = Files.createDirectories(lab.work().resolve("second"));
        Files.writeString(folder.resolve(TestLab.FILE), "starter of the second");
        return new Watched(lab, other, folder, "work/second", true);
    }

    private ExitCode watch(Watched... tasks) throws IOException, InterruptedException {
        List<Watched> all = tasks.length == 0 ? List.of(task) : List.of(tasks);
        Course course = new Course(root);
        Notes notes = new Notes(course, console.console()::note);
        return new Session(
                        all,
                        all.get(0),
                        inbox,
                        gradings,
                        new Screen(console.console(), false),
                        new CourseStanding(new Results(course), notes),
                        seed::getAndIncrement,
                        () -> {},
                        () -> ending)
                .run();
    }

    /** What was graded, of each verdict that was shown. */
    private List<String> verdicts() {
        return console.said()
                .lines()
                .filter(line -> line.contains("First to fix  "))
                .map(line -> line.substring("First to fix  ".length()))
                .toList();
    }

    private void save(long at, String text) {
        inbox.at(at, () -> save(task, text));
    }

    private void save(Watched where, String text) {
        Path saved = where.folder().resolve(TestLab.FILE);
        try {
            Files.writeString(saved, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inbox.put(new Event.Touched(Optional.of(saved)));
    }

    private void touch(long at) {
        inbox.at(at, () -> inbox.put(new Event.Touched(Optional.of(file))));
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() {
        try {
            Files.createDirectories(task.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void type(long at, String line) {
        inbox.at(at, () -> inbox.put(new Event.Typed(line)));
    }

    private void quit(long at) {
        type(at, "q");
    }

    /** Takes half a second for each, and fails every submission with its own text. */
    private final class FakeGradings implements Gradings {
        final List<String> begun = new ArrayList<>();
        final List<String> tasks = new ArrayList<>();
        final List<Long> seeds = new ArrayList<>();
        final List<Boolean> knew = new ArrayList<>();
        final List<String> cut = new ArrayList<>();
        Verdict verdict = Verdict.FAILED;
        String trouble = "";
        private boolean isCut;
        private boolean isGoing;

        @Override
        public void start(Request request) {
            assertThat(isGoing).as("one at a time").isFalse();
            isGoing = true;
            isCut = false;
            begun.add(text(request));
            tasks.add(request.task().name());
            seeds.add(request.seed());
            knew.add(!request.memory().equals(Memory.NONE));
            String told = trouble;
            inbox.at(inbox.now() + GRADING, () -> end(request, told));
        }

        private void end(Request request, String told) {
            if (isGoing && begun.get(begun.size() - 1).equals(text(request))) {
                isGoing = false;
                boolean hasVerdict = told.isEmpty() && !isCut;
                inbox.put(new Event.Finished(
                        request, hasVerdict ? Optional.of(regraded(request)) : Optional.empty(), isCut ? "" : told));
            }
        }

        @Override
        public void cutOff() {
            if (!isCut) {
                isCut = true;
                cut.add(begun.get(begun.size() - 1));
            }
        }

        @Override
        public void close() {}

        private Regraded regraded(Request request) {
            CheckResult check = new CheckResult(
                    "a",
                    "It is so: a",
                    2,
                    verdict,
                    verdict == Verdict.PASSED ? Optional.empty() : Optional.of(Feedback.of(text(request))),
                    Optional.empty());
            Grade grade = new Grade(
                    request.task().lab().id(),
                    request.task().task().id(),
                    request.submission().hash(),
                    "ff",
                    request.seed(),
                    "containers",
                    List.of(check));
            Run run = new Run(Instant.EPOCH, 500, "Linux", "", 0, Map.of());
            Memory memory = new Memory(
                    request.seed(), request.submission().files(), true, Map.of("a", check), Map.of(), Map.of());
            return new Regraded(new Result(grade, run), 1, memory);
        }

        private static String text(Request request) {
            return request.submission().submission().file(TestLab.FILE).text();
        }
    }
}
