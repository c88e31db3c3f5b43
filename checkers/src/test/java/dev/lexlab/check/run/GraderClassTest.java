package dev.lexlab.check.run;

import static dev.lexlab.check.TestLab.check;
import static dev.lexlab.check.TestLab.continues;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import org.junit.jupiter.api.Test;

class GraderClassTest {
    private static final String HERE = "dev.lexlab.check.run.GraderClassTest$";

    static final class Two {
        @Check("loads")
        void loads() {}

        @Check("holds")
        void holds() {}
    }

    @Test
    void namesEveryCheckThatIsMissingOnEitherSide() {
        assertProblems(
                TestLab.task(Two.class, check("load"), check("holds")),
                "labs/demo/lab.yml:5:3: error: grader " + HERE + "Two checks 'loads', which is no check of the task;"
                        + " did you mean 'load'?",
                "labs/demo/lab.yml:5:3: error: grader " + HERE + "Two has no method for check 'load'; annotate one with"
                        + " @Check(\"load\")");
    }

    static final class Odd {
        @Prepare
        void one() {}

        @Prepare
        void other() {}

        @Check("loads")
        void loads(String what) {}

        @Check("loads")
        void again() {}
    }

    @Test
    void refusesDoublesAndWhatNobodyInjects() {
        assertProblems(
                TestLab.task(Odd.class, check("loads")),
                "labs/demo/lab.yml:5:3: error: grader " + HERE + "Odd has check 'loads' twice",
                "labs/demo/lab.yml:5:3: error: grader " + HERE + "Odd has more than one @Prepare method; keep one",
                "labs/demo/lab.yml:5:3: error: method loads of " + HERE + "Odd asks for what nobody injects; there are"
                        + " Draw, Engine, Evidence, Link, Machine, Postgres, RabbitMq, Service, Submission");
    }

    static final class Linked {
        @Check("loads")
        void loads(@Named("wire") Link wire) {}
    }

    @Test
    void refusesALinkThatTheTaskDoesNotHave() {
        assertProblems(
                TestLab.task(Linked.class, check("loads")),
                "labs/demo/lab.yml:5:3: error: method loads of " + HERE
                        + "Linked asks for Link, and the task has no link;" + " name one under 'links:'");
    }

    static final class Lost {
        @Check("loads")
        void loads(@Named("vistor") Machine visitor, Machine unnamed, Engine engine) {}
    }

    @Test
    void refusesMachinesAndImagesThatTheTaskDoesNotHave() {
        assertProblems(
                TestLab.task(Lost.class, check("loads")),
                "labs/demo/lab.yml:5:3: error: method loads of " + HERE + "Lost asks for Engine, and the task has no"
                        + " 'bases'; name the images that a Dockerfile may begin with under 'bases:'",
                "labs/demo/lab.yml:5:3: error: method loads of " + HERE
                        + "Lost asks for machine '', and the task has no" + " such one; say which one with @Named",
                "labs/demo/lab.yml:5:3: error: method loads of " + HERE + "Lost asks for machine 'vistor', and the task"
                        + " has no such one");
    }

    static final class Three {
        @Check("a")
        void a() {}

        @Check("b")
        void b() {}

        @Check("c")
        void c() {}
    }

    @Test
    void refusesAChainWithSomethingInBetween() {
        assertProblems(
                TestLab.task(Three.class, check("a"), check("b"), continues("c", "a")),
                "labs/demo/lab.yml:5: error: check 'c' continues 'a', which does not stand right before it; move it"
                        + " there");
    }

    @Test
    void namesAClassThatIsNotThere() {
        assertProblems(
                TestLab.task("org.example.Nobody", 30, check("a")),
                "labs/demo/lab.yml:5:3: error: the grader class org.example.Nobody cannot be loaded; write it in"
                        + " checkers/src/main/java, or correct 'grader:'");
    }

    private static void assertProblems(TaskDefinition task, String... lines) {
        assertThatThrownBy(() -> GraderClass.of(task))
                .isInstanceOf(ProblemsFound.class)
                .hasMessage(String.join("\n", lines));
    }
}
