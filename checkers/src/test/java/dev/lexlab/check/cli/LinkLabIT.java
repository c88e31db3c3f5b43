package dev.lexlab.check.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A lab whose checks, written as data, cut a line: who comes back passes, who gives up is told so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LinkLabIT {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private Path course = Path.of("");
    private TestConsole console = new TestConsole(false);

    @BeforeAll
    void aCourse(@TempDir Path folder) throws IOException {
        course = folder;
        Trees.copy(Path.of("src/test/courses/links"), course, inside -> true);
        for (String image : List.of("link", "ssh-client")) {
            Trees.copy(
                    REPOSITORY.resolve("labs/images").resolve(image),
                    course.resolve("labs/images").resolve(image),
                    inside -> true);
        }
    }

    @Test
    @Order(1)
    void theImageOfLinksIsBuiltForALabThatHasOne() {
        assertThat(lexlab("setup", "reconnect", "--yes")).as(console.noted()).isEqualTo(ExitCode.YES);
        assertThat(console.said()).contains("images echo, link, ssh-client");
    }

    @Test
    @Order(2)
    void allItsSolutionsGetWhatTheyDeclare() {
        assertThat(lexlab("prove", "reconnect"))
                .as(() -> console.said() + console.noted())
                .isEqualTo(ExitCode.YES);
        assertThat(console.said()).contains("proven: 7 of 7");
    }

    @Test
    @Order(3)
    void whoGivesUpIsToldWhatItsMistakeIsAndNoCommandThatShowsNothing() {
        Path work = course.resolve("checkers/src/test/submissions/reconnect/keep-in-touch/wrong-gives-up");

        assertThat(lexlab("check", "reconnect", "--work", work.toString()))
                .as(() -> console.said() + console.noted())
                .isEqualTo(ExitCode.NO);

        assertThat(console.said())
                .contains("the line is whole again, and call does not come back")
                .contains("The line was cut, and the program took that for the end of its work.")
                .doesNotContain("reproduce");
    }

    private Answer lexlab(String... arguments) {
        console = new TestConsole(false);
        return Main.run(
                new Context(console.console(), System.getenv(), course, Optional.of(REPOSITORY), () -> false),
                arguments);
    }
}
