package dev.lexlab.check.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes that authors make, one at a time, in a course that is right: each is told with its place, before anything runs. */
class AuthoringMistakesTest {
    @TempDir
    Path root;

    private SmallCourse course;

    @BeforeEach
    void aCourseThatIsRight() throws IOException {
        course = new SmallCourse(root);
        assertThat(course.complaints()).isEmpty();
    }

    @Test
    void aCheckThatTheGraderDoesNotHave() throws IOException {
        course.replace(SmallCourse.LAB, "{id: greets, points: 1", "{id: greats, points: 1");
        course.replace(SmallCourse.LAB, "after: greets", "after: greats");

        assertThat(course.complaints())
                .anyMatch(line -> line.contains("has no method for check 'greats'"))
                .anyMatch(line -> line.contains("checks 'greets', which is no check of the task")
                        && line.contains("did you mean 'greats'?"));
    }

    @Test
    void aTaskThatNobodyGrades() throws IOException {
        course.replace(SmallCourse.LAB, SmallCourse.Grader.class.getName(), "dev.example.Nobody");

        assertThat(course.complaints())
                .singleElement()
                .asString()
                .contains("labs/greet/lab.yml:5", "the grader class dev.example.Nobody cannot be loaded");
    }

    @Test
    void pointsThatDoNotSum() throws IOException {
        course.replace(SmallCourse.LAB, "points: 3", "points: 4");

        assertThat(course.complaints())
                .containsExactly("labs/greet/lab.yml:10:5: error: the checks have 3 points in all, not 4;"
                        + " correct 'points' or those of the checks");
    }

    @Test
    void aCheckThatNothingFails() throws IOException {
        course.wrong("no-name", "Hello\n", "checks:\n  greets: FAILED\n  names: BLOCKED\n");

        assertThat(course.complaints())
                .singleElement()
                .asString()
                .contains("no wrong solution fails check 'names'", "it may pass whatever is handed in");
    }

    @Test
    void aDiagnosisThatNothingTriggers() throws IOException {
        course.replace(SmallCourse.FIXTURES + "wrong-shouts/expect.yml", "diagnosis: shouts\n", "");

        assertThat(course.complaints()).singleElement().asString().contains("no fixture triggers diagnosis 'shouts'");
    }

    @Test
    void aDiagnosisThatIsNotThere() throws IOException {
        course.replace(SmallCourse.FIXTURES + "wrong-shouts/expect.yml", "shouts", "shout");

        assertThat(course.complaints())
                .anyMatch(line -> line.contains("wrong-shouts/expect.yml:4")
                        && line.contains("has no diagnosis 'shout'")
                        && line.contains("did you mean 'shouts'?"));
    }

    @Test
    void aStarterThatIsHalfTheSolution() throws IOException {
        course.write(SmallCourse.FIXTURES + "starter.expect.yml", "checks:\n  greets: FAILED\n  names: PASSED\n");

        assertThat(course.complaints())
                .singleElement()
                .asString()
                .contains("the starter has 2 of 3 points, more than a third");
    }

    @Test
    void aStarterThatFailsNothing() throws IOException {
        course.write(SmallCourse.FIXTURES + "starter.expect.yml", "checks:\n  greets: INVALID\n  names: BLOCKED\n");

        assertThat(course.complaints())
                .anyMatch(line -> line.contains("the starter fails nothing"))
                .anyMatch(line -> line.contains("the starter cannot be read") && line.contains("because"));
    }

    @Test
    void tooFewWrongSolutionsAndNoAlternative() throws IOException {
        Trees.delete(root.resolve(SmallCourse.FIXTURES + "wrong-other-word"));
        Trees.delete(root.resolve(SmallCourse.FIXTURES + "alternative-other-name"));

        assertThat(course.complaints())
                .anyMatch(line -> line.contains("task 'hello' has no alternative"))
                .anyMatch(line -> line.contains("has 2 wrong solutions, the fewest are 3"));
    }

    @Test
    void aFixtureThatNobodyWouldRun() throws IOException {
        course.write(SmallCourse.FIXTURES + "wrnog-idea/hello.txt", "Hi\n");
        course.write("checkers/src/test/submissions/greet/helo/solution/hello.txt", "Hi\n");

        assertThat(course.complaints())
                .anyMatch(line -> line.contains("'wrnog-idea' is no name of a fixture"))
                .anyMatch(line ->
                        line.contains("lab 'greet' has no task 'helo'") && line.contains("did you mean 'hello'?"));
    }

    @Test
    void anExpectationThatLeavesAChecksVerdictOpenOrInventsOne() throws IOException {
        course.wrong("no-name", "Hello\n", "checks:\n  greets: PASED\n  nams: FAILED\n");

        assertThat(course.complaints())
                .anyMatch(line -> line.contains("'PASED' is no verdict") && line.contains("did you mean 'PASSED'?"))
                .anyMatch(line -> line.contains("has no check 'nams'") && line.contains("did you mean 'names'?"))
                .anyMatch(line -> line.contains("check 'names' is not declared"));
    }

    @Test
    void aWrongSolutionWithoutAnExpectation() throws IOException {
        course.write(SmallCourse.FIXTURES + "wrong-silent/hello.txt", "Hi\n");

        assertThat(course.complaints())
                .singleElement()
                .asString()
                .contains("wrong-silent/expect.yml", "there is no such file");
    }

    @Test
    void aWrongSolutionThatDoesNothingWrong() throws IOException {
        course.wrong("nothing", "Hello Ada\n", "checks:\n  greets: PASSED\n  names: PASSED\n");

        assertThat(course.complaints()).singleElement().asString().contains("no check fails on a wrong solution");
    }

    @Test
    void aHostileSolutionThatDoesNotSayWhatItIsTold() throws IOException {
        course.write(SmallCourse.FIXTURES + "hostile-bomb/hello.txt", "Boom\n");
        course.write(SmallCourse.FIXTURES + "hostile-bomb/expect.yml", "checks:\n  greets: FAILED\n  names: BLOCKED\n");

        assertThat(course.complaints())
                .singleElement()
                .asString()
                .contains(
                        "hostile-bomb/expect.yml",
                        "it is not declared what a hostile solution is told",
                        "add 'says: …'");
    }

    @Test
    void aGuideThatKnowsOtherChecks() throws IOException {
        course.replace(SmallCourse.GUIDE, "| `names` |", "| `namse` |");

        assertThat(course.complaints())
                .anyMatch(line -> line.contains("labs/greet/guide/hello.md:6")
                        && line.contains("task 'hello' has no check 'namse'")
                        && line.contains("did you mean 'names'?"))
                .anyMatch(line -> line.contains("the guide does not say what check 'names' looks at"));
    }

    @Test
    void aGuideThatDoesNotMentionTheFile() throws IOException {
        course.replace(SmallCourse.GUIDE, "`hello.txt`", "a file");

        assertThat(course.complaints()).singleElement().asString().contains("does not mention 'hello.txt'");
    }

    @Test
    void aHintThatIsMissingOrSaysTheSame() throws IOException {
        course.replace(
                SmallCourse.LAB, "[a nudge, a pointer, nearly all of it]", "[a nudge, a nudge, nearly all of it]");
        assertThat(course.complaints()).singleElement().asString().contains("two hints of task 'hello' are equal");

        course.replace(SmallCourse.LAB, "[a nudge, a nudge, nearly all of it]", "[a nudge]");
        assertThat(course.complaints()).singleElement().asString().contains("hints are a ladder of three, here are 1");
    }
}
