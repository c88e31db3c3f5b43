package dev.lexlab.graders.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ByHandTest {
    private static final Path LAB = Path.of("../labs/containers");

    @Test
    void asksAsALearnerWouldType() {
        assertThat(ByHand.inside("/notes", "-d", "buy milk"))
                .isEqualTo("curl -sS -d 'buy milk' http://127.0.0.1:8901/notes");
        assertThat(ByHand.fromVisitor("/motd")).isEqualTo("curl -sS http://notes:8901/motd");
    }

    @Test
    void countsOnThePortThatTheStarterAndTheGuideName() throws IOException {
        assertThat(Files.readString(LAB.resolve("starter/package-it/run.yml"))).contains("PORT: \"8901\"");
        assertThat(Files.readString(LAB.resolve("guide/package-it.md"))).contains(ByHand.fromVisitor("/"));
    }
}
