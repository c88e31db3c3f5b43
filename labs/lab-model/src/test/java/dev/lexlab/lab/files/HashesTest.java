package dev.lexlab.lab.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashesTest {
    @TempDir
    Path folder;

    @Test
    void namesAndContentsCountAndTimesDoNot() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "one");
        String before = Hashes.ofFolder(folder);

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(Hashes.ofFolder(folder)).isEqualTo(before);

        Files.writeString(file, "two");
        String changed = Hashes.ofFolder(folder);
        assertThat(changed).isNotEqualTo(before);

        Files.move(file, folder.resolve("b"));
        assertThat(Hashes.ofFolder(folder)).isNotEqualTo(changed);
    }

    @Test
    void whereOneFileEndsAndTheNextBeginsCounts() throws IOException {
        Path left = Files.createDirectory(folder.resolve("left"));
        Path right = Files.createDirectory(folder.resolve("right"));
        Files.writeString(left.resolve("a"), "xb");
        Files.writeString(left.resolve("b"), "");
        Files.writeString(right.resolve("a"), "x");
        Files.writeString(right.resolve("b"), "b");

        assertThat(Hashes.ofFolder(left)).isNotEqualTo(Hashes.ofFolder(right));
    }
}
