package dev.lexlab.check.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.ResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract: what each command says and its exit code, without an engine. */
class MainTest {
    /** A learner's folders of the lab, as messages name them. */
    private static final String WORK = "labs/demo/" + "work" + "/";

    @TempDir
    Path root;

    private DemoCourse course;

    @BeforeEach
    void aCourse() throws IOException {
        course = new DemoCourse(root);
        course.environment.put("DOCKER_HOST", "tcp://127.0.0.1:1");
    }

    @Test
    void theOverviewNamesTheNextCommandAtEveryStep() throws IOException {
        assertThat(course.lexlab()).isEqualTo(ExitCode.YES);
        assertThat(course.said()).isEqualTo("""
                A small lab   demo
                    First                                   not started, about 10 min
                    Second                                  not started, about 20 min

                --------------------  0 of 4 points, 0 of 2 tasks passed

                next: ./lexlab start demo
                """);

        course.lexlab("start", "demo");
        course.lexlab();
        assertThat(course.said())
                .endsWith("next: ./lexlab watch demo/first, and edit the files in " + WORK + "first\n");

        course.write(WORK + "first/a.txt", "maybe\n");
        course.lexlab();
        assertThat(course.said())
                .contains("  … First                                   started, not checked yet\n")
                .endsWith("next: ./lexlab check demo/first\n");

        course.lexlab("check", "demo/first");
        course.lexlab();
        assertThat(course.said())
                .contains("  ✘ First                                   not yet: 0 of 2\n")
                .endsWith("""
                        next: ./lexlab watch demo/first, which grades whenever you save
                          or: ./lexlab hint demo/first
                        """);

        course.write(WORK + "first/a.txt", "yes\n");
        course.lexlab();
        assertThat(course.said())
                .contains("not yet: 0 of 2, changed since it was checked\n")
                .endsWith("next: ./lexlab check demo/first\n");
        course.lexlab("check", "demo/first");
        course.lexlab();
        assertThat(course.said())
                .contains("  ✔ First                                   passed\n")
                .contains("###############-----  3 of 4 points, 1 of 2 tasks passed\n")
                .endsWith("next: ./lexlab watch demo/second, and edit the files in " + WORK + "second\n");
    }

    @Test
    void whoStartedAHarderLabIsNotSentToAnEasierOne() throws IOException {
        course.addHarderLab("depth");

        course.lexlab();
        assertThat(course.said()).endsWith("next: ./lexlab start demo\n");

        course.lexlab("start", "depth");
        course.lexlab();
        assertThat(course.said())
                .endsWith("next: ./lexlab watch depth/first, and edit the files in " + WORK.replace("demo", "depth")
                        + "first\n");
    }

    @Test
    void startPutsStartersInPlaceAndNeverOverwrites() throws IOException {
        assertThat(course.lexlab("start", "demo")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).isEqualTo("""
                Here you work:
                  WORK/first/a.txt   a word
                  WORK/second/b.sql   a statement

                next: read the task (./lexlab serve), edit, and
                  ./lexlab watch demo   grades whenever you save
                  ./lexlab check demo   grades once
                """.replace("WORK/", WORK));

        course.write(WORK + "first/a.txt", "mine\n");
        assertThat(course.lexlab("start", "demo")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).startsWith("Everything is there already, and was left as it is:\n");
        assertThat(course.read(WORK + "first/a.txt")).isEqualTo("mine\n");
    }

    @Test
    void startElsewhereMakesAFolderThatCanBePushed() throws IOException {
        assertThat(course.lexlab("start", "demo", "--in", "mine/demo")).isEqualTo(ExitCode.YES);

        assertThat(course.read("mine/demo/first/a.txt")).isEqualTo("no\n");
        assertThat(course.read("mine/demo/.gitignore")).isEqualTo("target/\n");
        assertThat(course.read("mine/demo/pom.xml"))
                .contains("<lexlab>${project.basedir}/../../lexlab</lexlab>")
                .contains("<argument>demo</argument>")
                .doesNotContain(root.toString());
        assertThat(course.said()).endsWith("  ./lexlab check demo --work mine/demo   grades once\n");
    }

    @Test
    void checkGradesOnceAndKeepsTheResult() throws IOException {
        course.write(WORK + "first/a.txt", "maybe\n");

        assertThat(course.lexlab("check", "demo/first", "--seed", "7", "--json", "out/r.json"))
                .isEqualTo(ExitCode.NO);
        assertThat(course.said()).isEqualTo("""

                First   demo/first, seed 7

                  ✘ 0/1   The file says yes
                  · 0/2   The file ends  (after 'says-yes')

                First to fix  the file does not say yes
                  expected   yes
                  seen       maybe
                  next       write yes into it

                the whole report: .lexlab/results/demo/first/report.html
                not yet: 0 of 2
                """);
        assertThat(course.read(".lexlab/results/demo/first/report.html")).contains("the file does not say yes");
        assertThat(course.read("out/r.json"))
                .contains("\"schema\" : \"lexlab/result/v1\"", "\"seed\" : 7")
                .isEqualTo(course.read(".lexlab/results/demo/first/result.json"));

        course.write(WORK + "first/a.txt", "yes\n");
        assertThat(course.lexlab("check", "demo/first")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).endsWith("\npassed: 2 of 2\n");
    }

    @Test
    void checkOfALabLeavesOutWhatIsNotBegun() throws IOException {
        course.lexlab("start", "demo");
        course.write(WORK + "first/a.txt", "yes\n");

        assertThat(course.lexlab("check", "demo", "--junit", "reports")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).contains("demo/first").doesNotContain("demo/second");
        assertThat(course.read("reports/TEST-demo.first.xml")).contains("tests=\"2\" failures=\"0\"");
    }

    @Test
    void aResultIsReadBackAsItWasWritten() throws Exception {
        course.write(WORK + "first/a.txt", "maybe\n");
        course.lexlab("check", "demo/first", "--seed", "7", "--json", "r.json");
        byte[] document = Files.readAllBytes(root.resolve("r.json"));

        Result result = ResultJson.read(document, "r.json");

        assertThat(result.grade().seed()).isEqualTo(7);
        assertThat(ResultJson.write(result.grade(), result.run())).isEqualTo(document);
    }

    @Test
    void checkWritesTheReportsThatSomebodyWants() throws IOException {
        course.write(WORK + "first/a.txt", "maybe\n");

        assertThat(course.lexlab("check", "demo/first", "--html", "out/r.html", "--markdown", "out/r.md"))
                .isEqualTo(ExitCode.NO);

        assertThat(course.read("out/r.html"))
                .isEqualTo(course.read(".lexlab/results/demo/first/report.html"))
                .startsWith("<!DOCTYPE html>");
        assertThat(course.read("out/r.md")).startsWith("## ✘ demo&#47;first: not yet, 0 of 2 checks");
        assertThat(root.resolve("out")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void checkAddsToTheSummaryOfACiService() throws IOException {
        course.write(WORK + "first/a.txt", "yes\n");
        course.write("summary.md", "# Of an earlier step\n");
        course.environment.put("GITHUB_STEP_SUMMARY", root.resolve("summary.md").toString());

        assertThat(course.lexlab("check", "demo/first")).isEqualTo(ExitCode.YES);

        assertThat(course.read("summary.md"))
                .startsWith("# Of an earlier step\n## ✔ demo&#47;first: passed, 2 of 2 checks, 3 of 3 points\n");
    }

    @Test
    void aSummaryThatCannotBeWrittenChangesNoAnswer() throws IOException {
        course.write(WORK + "first/a.txt", "yes\n");
        course.environment.put("GITHUB_STEP_SUMMARY", root.toString());

        assertThat(course.lexlab("check", "demo/first")).isEqualTo(ExitCode.YES);
        assertThat(course.noted()).isEqualTo("lexlab: the summary could not be added to $GITHUB_STEP_SUMMARY\n");
    }

    @Test
    void aReportThatCannotBeWrittenIsOurFailureAndSaysWhatToDo() throws IOException {
        course.write(WORK + "first/a.txt", "yes\n");
        course.write("file", "");

        assertThat(course.lexlab("check", "demo/first", "--html", "file/r.html"))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(course.said())
                .endsWith("\ncould not grade: the result cannot be written to 'file/r.html': a part of this path is no"
                        + " folder, or the disk does not let us; name another place with --html\n")
                .doesNotContain("passed:");
    }

    @Test
    void oneResultFileIsRefusedForSeveralTasks() throws IOException {
        course.write(WORK + "first/a.txt", "yes\n");
        course.write(WORK + "second/b.sql", "SELECT 2;\n");

        assertThat(course.lexlab("check", "demo", "--json", "r.json")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: --json holds the result of one task, and there are demo/first, demo/second;"
                        + " name one of them\n");
    }

    @Test
    void inTheLogOfACiServiceALearnersTextIsNoCommand() throws IOException {
        course.write(WORK + "first/a.txt", "no\n::set-output name=x::y\n##[error]z\n");

        course.lexlab("check", "demo/first");
        assertThat(course.said()).contains("::set-output name=x::y", "##[error]z");

        course.environment.put("CI", "true");
        course.lexlab("check", "demo/first");
        assertThat(course.said()).contains("set-output name=x", "error]z").doesNotContain("::", "##[");
    }

    @Test
    void nothingBegunIsNoPass() {
        assertThat(course.lexlab("check", "demo")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: nothing to grade in 'demo': no task is started; ./lexlab start demo puts the"
                        + " starters where you work\n");

        course.lexlab("start", "demo");
        assertThat(course.lexlab("check")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: nothing to grade in any lab: no task is started; edit the files in" + " " + WORK
                        + "first, then check again\n");
    }

    @Test
    void aNamedTaskIsGradedThoughItIsTheStarter() {
        course.lexlab("start", "demo");

        assertThat(course.lexlab("check", "demo/first")).isEqualTo(ExitCode.NO);
    }

    @Test
    void aNamedTaskWithoutFolderIsAUsageProblem() {
        assertThat(course.lexlab("check", "demo/first")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: there is no folder " + WORK + "first yet; ./lexlab start demo puts the starter"
                        + " there\n");
    }

    @Test
    void workMayHoldTheFilesOrTheTasksFolder() throws IOException {
        course.write("flat/a.txt", "yes\n");
        course.write("deep/first/a.txt", "yes\n");

        assertThat(course.lexlab("check", "demo/first", "--work", "flat")).isEqualTo(ExitCode.YES);
        assertThat(course.lexlab("check", "demo/first", "--work", "deep")).isEqualTo(ExitCode.YES);
        assertThat(course.lexlab("check", "demo", "--work", "deep")).isEqualTo(ExitCode.YES);
        assertThat(Files.exists(root.resolve(".lexlab"))).isFalse();
    }

    @Test
    void aMissingFileIsInvalidAndNotYet() throws IOException {
        course.write("flat/other.txt", "yes\n");

        assertThat(course.lexlab("check", "demo/first", "--work", "flat")).isEqualTo(ExitCode.NO);
        assertThat(course.said())
                .contains("  ✘ 0/1   The file says yes  (cannot be run yet)\n")
                .contains("First to fix  there is no such file\n  where      flat/a.txt\n");
    }

    @Test
    void withoutAnEngineNobodyIsBlamedAndTheRemedyIsNamed() throws IOException {
        course.write("flat/b.sql", "SELECT 2;\n");

        assertThat(course.lexlab("check", "demo/second", "--work", "flat", "--engine", "required"))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(course.said())
                .startsWith("could not grade: ")
                .contains("127.0.0.1:1")
                .contains("DOCKER_HOST");
        assertThat(course.said().lines()).hasSize(1);
    }

    @Test
    void anInvalidSubmissionNeedsNoEngine() throws IOException {
        course.write("flat/other.sql", "");

        assertThat(course.lexlab("check", "demo/second", "--work", "flat")).isEqualTo(ExitCode.NO);
    }

    @Test
    void wrongWordsGetAHint() {
        assertThat(course.lexlab("check", "dmeo")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).isEqualTo("lexlab: there is no lab 'dmeo'; did you mean 'demo'?\n");
        assertThat(course.lexlab("check", "demo/frist")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).isEqualTo("lexlab: lab 'demo' has no task 'frist'; did you mean 'first'?\n");
        assertThat(course.lexlab("check", "demo", "--work", "nowhere")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).isEqualTo("lexlab: there is no folder 'nowhere' (--work)\n");
        assertThat(course.lexlab("check", "--sede", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).contains("'--sede'").endsWith("./lexlab check --help says more\n");
        assertThat(course.lexlab("check", "--engine", "steam")).isEqualTo(ExitCode.USAGE);
        assertThat(course.lexlab("start")).isEqualTo(ExitCode.USAGE);
        assertThat(course.lexlab("nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).endsWith("./lexlab --help says more\n");
    }

    @Test
    void aFaultyLabIsNotTheLearnersFault() throws IOException {
        course.write("labs/demo/lab.yml", course.read("labs/demo/lab.yml").replace("id: ends", "id: ent"));
        course.write("flat/a.txt", "yes\n");

        assertThat(course.lexlab("check", "demo/first", "--work", "flat")).isEqualTo(ExitCode.COULD_NOT);
        assertThat(course.noted()).contains("has no method for check 'ent'");
        assertThat(course.said()).startsWith("could not grade: the lab itself is faulty");
    }

    @Test
    void whoeverInterruptsIsToldNoVerdict() throws IOException {
        course.write("flat/a.txt", "yes\n");
        course.isEnding = true;

        assertThat(course.lexlab("check", "demo/first", "--work", "flat")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(course.said() + course.noted()).isEmpty();
    }

    @Test
    void aFaultOfAGraderIsTracedOnlyForWhoeverAsks() throws IOException {
        course.write(
                "labs/demo/lab.yml",
                course.read("labs/demo/lab.yml").replace("DemoGraders$First", "DemoGraders$Broken"));
        course.write("flat/a.txt", "yes\n");

        assertThat(course.lexlab("check", "demo/first", "--work", "flat")).isEqualTo(ExitCode.COULD_NOT);
        assertThat(course.said())
                .endsWith("could not grade: the grader itself failed: java.lang.IllegalStateException: a slip of ours;"
                        + " this counts for nobody: check again, and report it if it stays\n");
        assertThat(course.noted()).isEmpty();

        course.environment.put("LEXLAB_DEBUG", "1");
        course.lexlab("check", "demo/first", "--work", "flat");
        assertThat(course.noted()).contains("DemoGraders$Broken.saysYes");
    }

    @Test
    void everyCommandHelps() {
        for (String command : new String[] {
            "start", "check", "watch", "hint", "solution", "reset", "progress", "setup", "doctor", "clean"
        }) {
            assertThat(course.lexlab(command, "--help")).isEqualTo(ExitCode.YES);
            assertThat(course.said()).contains("Usage: lexlab " + command);
        }
        assertThat(course.lexlab("--help")).isEqualTo(ExitCode.YES);
    }

    @Test
    void newLabSaysWhatItWroteAndHowToGoOn() throws IOException {
        course.write("content/site.yml", "title: A\ntagline: B\nnavigation: []\n");

        assertThat(course.lexlab("new", "lab", "redis", "--service", "redis")).isEqualTo(ExitCode.YES);
        assertThat(course.said())
                .startsWith("Written:\n  checkers/src/test/submissions/redis/")
                .contains("  content/redis/index.md\n", "  labs/images/redis/Dockerfile\n", "  labs/redis/lab.yml\n")
                .endsWith("next:\n  ./lexlab setup redis\n  ./lexlab prove redis\n  ./lexlab serve\n");

        assertThat(course.lexlab("new", "lab", "redis", "--service", "redis")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).isEqualTo("lexlab: there is a lab 'redis' already: labs/redis\n");
    }

    @Test
    void newSaysWhatIsMissingOrMistyped() {
        assertThat(course.lexlab("new")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: say what: ./lexlab new lab NAME --service IMAGE, new term CONCEPT/SLUG or new site"
                        + " DIR\n");

        assertThat(course.lexlab("new", "lab", "redis", "--servic", "redis")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).endsWith("./lexlab new lab --help says more\n");

        assertThat(course.lexlab("new", "lab", "redis", "--service", "redis", "--pakage", "x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).contains("'--pakage'", "; did you mean '--package'?\n");
    }

    @Test
    void benchSaysWhatThereIsToMeasureAndRefusesWhatItDoesNotKnow() {
        assertThat(course.lexlab("bench")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: say what to measure: ./lexlab bench checks or ./lexlab bench site\n");

        assertThat(course.lexlab("bench", "checks", "--rounds", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).isEqualTo("lexlab: --rounds is a number from 1 to 999, not 0\n");

        assertThat(course.lexlab("bench", "checks", "--only", "cold-chekc")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).isEqualTo("lexlab: there is no row 'cold-chekc'; did you mean 'cold-check'?\n");
    }

    @Test
    void whatACourseLacksIsToldForEachRowThatNeedsIt() {
        assertThat(course.lexlab("bench", "checks", "--only", "cold-check", "--only", "cold-maven"))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(course.said())
                .contains("? cold-check           could not measure: this course has no lexlab;"
                        + " measure in a copy of Lexlab itself\n")
                .contains("? cold-maven           could not measure: this course has no ");
    }
}
