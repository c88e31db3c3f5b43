package dev.lexlab.check.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hint}, {@code solution}, {@code reset} and {@code progress}: what they say, keep and answer. */
class LearnersLoopTest {
    /** A learner's folders of the lab, as messages name them. */
    private static final String WORK = "labs/demo/" + "work" + "/";

    private static final String SOLUTION = "checkers/src/test/submissions/demo/first/solution/";

    @TempDir
    Path root;

    private DemoCourse course;

    @BeforeEach
    void aCourse() throws IOException {
        course = new DemoCourse(root);
        course.environment.put("DOCKER_HOST", "tcp://127.0.0.1:1");
        course.write(SOLUTION + "a.txt", "yes\n");
    }

    @Test
    void eachHintSaysMoreAndIsCountedInTheResult() throws IOException {
        assertThat(course.lexlab("hint", "demo/first")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).isEqualTo("""
                First   demo/first, hint 1 of 3

                  one

                next: ./lexlab hint demo/first, 2 more, each saying more
                """);
        course.lexlab("hint", "demo/first");
        assertThat(course.said())
                .contains("hint 2 of 3", "  two\n")
                .endsWith("next: ./lexlab hint demo/first, the last one, nearly says it all\n");

        course.write("flat/a.txt", "yes\n");
        course.lexlab("check", "demo/first", "--work", "flat", "--json", "r.json");
        assertThat(course.read("r.json")).contains("\"hintsUsed\" : 2");

        course.lexlab("hint", "demo/first");
        assertThat(course.lexlab("hint", "demo/first")).isEqualTo(ExitCode.YES);
        assertThat(course.said())
                .startsWith("First   demo/first, hint 3 of 3, once more\n")
                .endsWith("that was the last hint; all of them again: ./lexlab hint demo/first --again\n");
    }

    @Test
    void hintsAreShownAgainWithoutTakingANewOne() {
        assertThat(course.lexlab("hint", "demo/first", "--again")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: you have had no hint of demo/first yet; ./lexlab hint demo/first\n");

        course.lexlab("hint", "demo/first");
        course.lexlab("hint", "demo/first");
        assertThat(course.lexlab("hint", "demo/first", "--all")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).contains("  one\n", "  two\n").doesNotContain("  three\n");
        course.lexlab("hint", "demo/first", "--again");
        assertThat(course.said()).doesNotContain("  three\n");
    }

    @Test
    void aTaskMustBeNamedAndIsGuessed() {
        assertThat(course.lexlab("hint", "demo")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: lab 'demo' has more than one task; name one of demo/first, demo/second\n");
        for (String command : List.of("hint", "solution", "reset", "watch")) {
            assertThat(course.lexlab(command, "dmeo/first")).isEqualTo(ExitCode.USAGE);
            assertThat(course.noted()).isEqualTo("lexlab: there is no lab 'dmeo'; did you mean 'demo'?\n");
            assertThat(course.lexlab(command, "demo/frist")).isEqualTo(ExitCode.USAGE);
            assertThat(course.noted()).isEqualTo("lexlab: lab 'demo' has no task 'frist'; did you mean 'first'?\n");
        }
        assertThat(course.lexlab("progress", "dmeo")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aSolutionIsShownToWhoeverWantsItAndThatIsNoted() throws IOException {
        assertThat(course.lexlab("solution", "demo/first")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo(
                        "lexlab: not all checks of demo/first have passed; to see its solution all the same, and have"
                                + " that noted, add --yes\n");

        course.answers("n");
        assertThat(course.lexlab("solution", "demo/first")).isEqualTo(ExitCode.NO);
        assertThat(course.noted())
                .isEqualTo("It will be noted that you saw the solution of demo/first before you had one. There are 3"
                        + " hints left. Show it? [y/N]\n");
        assertThat(root.resolve(".lexlab/notes")).doesNotExist();

        course.answers("yes");
        assertThat(course.lexlab("solution", "demo/first")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).isEqualTo("""
                a.txt   the whole file

                  yes

                This is one solution; others pass as well. Into a folder of its own:
                  ./lexlab solution demo/first --to DIR
                """);
        assertThat(course.read(".lexlab/notes/demo/first.json")).contains("\"solutionSeen\":true");
        course.lexlab("progress", "demo");
        assertThat(course.said()).contains("solution seen");
    }

    @Test
    void whoeverPassedIsNeitherAskedNorNoted() throws IOException {
        course.write(WORK + "first/a.txt", "yes\n");
        course.lexlab("check", "demo/first");

        assertThat(course.lexlab("solution", "demo/first")).isEqualTo(ExitCode.YES);
        assertThat(root.resolve(".lexlab/notes")).doesNotExist();
    }

    @Test
    void onlyWhatDiffersFromTheStarterIsShown() throws IOException {
        course.write("labs/demo/starter/first/a.txt", "1\n2\n3\n4\n5\n6\nno\n");
        course.write("labs/demo/starter/first/same.txt", "same\n");
        course.write(SOLUTION + "a.txt", "1\n2\n3\n4\n5\n6\nyes\n");
        course.write(SOLUTION + "same.txt", "same\n");
        course.write(SOLUTION + "more/new.txt", "new\n");

        course.lexlab("solution", "demo/first", "--yes");
        assertThat(course.said()).startsWith("""
                a.txt   what changes: - goes, + comes

                  …
                    4
                    5
                    6
                  - no
                  + yes

                more/new.txt   a new file

                  new

                This""");
    }

    @Test
    void aSolutionGoesIntoAFreshFolderAndNeverOverAnything() throws IOException {
        assertThat(course.lexlab("solution", "demo/first", "--yes", "--to", "out/mine"))
                .isEqualTo(ExitCode.YES);
        assertThat(course.said()).isEqualTo("""
                The solution of demo/first is in out/mine:
                  a.txt

                next: ./lexlab check demo/first --work out/mine
                """);
        assertThat(course.read("out/mine/a.txt")).isEqualTo("yes\n");

        assertThat(course.lexlab("solution", "demo/first", "--yes", "--to", "out/mine"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).isEqualTo("lexlab: 'out/mine' is there already (--to); name a folder that is not\n");
    }

    @Test
    void aCourseWithoutFixturesSaysSo() {
        assertThat(course.lexlab("solution", "demo/second", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: this course holds no solution of demo/second; those who made it left out"
                        + " checkers/src/test/submissions\n");
    }

    @Test
    void resetPutsTheStarterBackAndKeepsWhatWasThere() throws IOException {
        assertThat(course.lexlab("reset", "demo")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: there is nothing to reset: " + WORK + "first is not there; ./lexlab start demo"
                        + " puts the starter there\n");
        course.lexlab("start", "demo");
        assertThat(course.lexlab("reset", "demo")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted())
                .isEqualTo("lexlab: there is nothing to reset: demo/first, demo/second is as the starter has it\n");

        course.write(WORK + "first/a.txt", "mine\n");
        assertThat(course.lexlab("reset", "demo")).isEqualTo(ExitCode.USAGE);
        assertThat(course.noted()).isEqualTo("lexlab: there are changes in demo, and nobody to ask; add --yes\n");

        course.answers("");
        assertThat(course.lexlab("reset", "demo")).isEqualTo(ExitCode.NO);
        assertThat(course.said()).isEqualTo("nothing was changed\n");
        assertThat(course.noted())
                .isEqualTo("The starter will be put back for demo/first; your files are kept as a backup. Go on?"
                        + " [y/N]\n");
        assertThat(course.read(WORK + "first/a.txt")).isEqualTo("mine\n");

        assertThat(course.lexlab("reset", "demo", "--yes")).isEqualTo(ExitCode.YES);
        String backup = onlyBackup();
        assertThat(course.said()).isEqualTo("""
                reset: WORK/first
                  your files are in %s
                next: ./lexlab watch demo, or to undo this: ./lexlab reset demo --undo
                """.replace("WORK/", WORK).formatted(backup));
        assertThat(course.read(WORK + "first/a.txt")).isEqualTo("no\n");
        assertThat(course.read(backup + "/a.txt")).isEqualTo("mine\n");
    }

    @Test
    void aBackupIsListedAndBroughtBack() throws IOException {
        course.lexlab("start", "demo");
        assertThat(course.lexlab("reset", "demo/first", "--list")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).isEqualTo("there is no backup of demo/first\n");
        assertThat(course.lexlab("reset", "demo/first", "--undo")).isEqualTo(ExitCode.USAGE);
        course.write(WORK + "first/a.txt", "mine\n");
        course.lexlab("reset", "demo/first", "--yes");
        String backup = onlyBackup();
        course.lexlab("reset", "demo", "--list");
        assertThat(course.said()).isEqualTo(backup + "\n");

        assertThat(course.lexlab("reset", "demo/first", "--undo")).isEqualTo(ExitCode.YES);
        assertThat(course.said()).startsWith("brought back: " + WORK + "first, from ");
        assertThat(course.read(WORK + "first/a.txt")).isEqualTo("mine\n");
        assertThat(course.lexlab("reset", "demo/first", "--undo", "--list")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void progressTellsWhatCountsAndWhatIsStale() throws IOException {
        course.lexlab("start", "demo");
        course.write(WORK + "first/a.txt", "yes\n");
        course.lexlab("check", "demo/first");
        course.lexlab("hint", "demo/first");
        course.write(WORK + "first/a.txt", "yes \n");

        assertThat(course.lexlab("progress")).isEqualTo(ExitCode.YES);
        assertThat(course.said())
                .contains("  ✔ First                                   passed, changed since it was checked\n")
                .contains("      demo/first, 2 of 2 checks, 3 of 3 points\n")
                .containsPattern("      1 of 3 hints used, last checked \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\n")
                .contains("    Second                                  not started, about 20 min\n")
                .endsWith("###############-----  3 of 4 points, 1 of 2 tasks passed\n");

        assertThat(course.lexlab("progress", "demo", "--json")).isEqualTo(ExitCode.YES);
        assertThat(course.said())
                .startsWith("""
                {
                  "schema" : "lexlab/progress/v1",
                  "points" : 3,
                  "maximum" : 4,
                  "passed" : 1,
                """)
                .contains(
                        "\"state\" : \"passed\"",
                        "\"stale\" : true",
                        "\"hintsUsed\" : 1",
                        "\"state\" : \"not-started\"");
    }

    @Test
    void aResultWhoseFilesAreGoneLeadsToTheStart() throws IOException {
        course.write(WORK + "first/a.txt", "maybe\n");
        course.lexlab("check", "demo/first");
        Files.delete(root.resolve(WORK + "first/a.txt"));
        Files.delete(root.resolve(WORK + "first"));

        course.lexlab();
        assertThat(course.said()).endsWith("next: ./lexlab start demo\n");
    }

    private String onlyBackup() throws IOException {
        try (Stream<Path> backups = Files.list(root.resolve(".lexlab/backups/demo/first"))) {
            return root.relativize(backups.toList().get(0)).toString().replace('\\', '/');
        }
    }
}
