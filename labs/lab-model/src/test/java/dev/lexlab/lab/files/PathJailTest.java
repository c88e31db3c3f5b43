package dev.lexlab.lab.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathJailTest {
    @TempDir
    Path folder;

    private Path inside;

    @BeforeEach
    void aSecretBesideTheJail() throws IOException {
        inside = Files.createDirectories(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.txt"), "canary");
        Files.writeString(inside.resolve("page.txt"), "page");
        Files.createSymbolicLink(inside.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(inside.resolve("up"), folder);
    }

    @Test
    void opensAFileInside() throws Exception {
        assertThat(new PathJail(inside).file(inside, "page.txt")).hasContent("page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "/etc/passwd",
                "link.txt",
                "up/secret.txt",
                "./../inside/../secret.txt",
                "up",
                "none.txt"
            })
    void refusesEverythingElse(String name) throws Exception {
        PathJail jail = new PathJail(inside);

        assertThatThrownBy(() -> jail.file(inside, name))
                .isInstanceOf(PathJail.Refused.class)
                .hasMessageContaining(name);
    }
}
