package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTagTest {
    @TempDir
    private Path folder;

    @Test
    void theTagIsTheNameAndTheContent() throws IOException {
        Path recipe = Files.createDirectory(folder.resolve("nginx"));
        Files.writeString(recipe.resolve("Dockerfile"), "FROM scratch\n");

        String before = Images.tag(recipe);
        assertThat(before).matches("lexlab/nginx:[0-9a-f]{16}");
        assertThat(Images.tag(recipe)).isEqualTo(before);

        Files.writeString(recipe.resolve("service.yml"), "about: it\n");
        assertThat(Images.tag(recipe)).isNotEqualTo(before);
    }
}
