package dev.lexlab.lab.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void contentThatEndsTooEarlyLeavesTheFileThatWasThereAndNoOther() throws IOException {
        Path file = folder.resolve("file");
        WholeFile.write(file, "before");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("half".getBytes(UTF_8));
                    throw new EOFException("no more");
                }))
                .isInstanceOf(EOFException.class);

        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void contentTakesThePlaceOfWhatWasThere() throws IOException {
        Path file = folder.resolve("file");
        WholeFile.write(file, "before");

        WholeFile.write(file, out -> out.write("after".getBytes(UTF_8)));

        assertThat(file).hasContent("after");
    }
}
