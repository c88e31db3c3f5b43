package dev.lexlab.lab.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatNobodyTouchedHasTheSameStampAndOneThatIsGoneHasNone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "one");
        Optional<Stamp> stamp = Stamp.of(file);

        assertThat(Stamp.of(file)).isPresent().isEqualTo(stamp);

        Files.delete(file);
        assertThat(Stamp.of(file)).isEmpty();
    }

    @Test
    void anotherFileInItsPlaceHasAnotherStamp() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "one");
        Path other = Files.writeString(folder.resolve("b.md"), "two");
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, time);
        Files.setLastModifiedTime(other, time);
        Optional<Stamp> stamp = Stamp.of(file);

        Path link = Files.createSymbolicLink(folder.resolve("link.md"), file);
        Optional<Stamp> ofLink = Stamp.of(link);
        Files.delete(link);
        Files.createSymbolicLink(link, other);

        assertThat(Stamp.of(link)).isPresent().isNotEqualTo(ofLink);
        assertThat(Stamp.of(file)).isEqualTo(stamp);
    }

    @Test
    void whatWasWrittenJustBeforeItWasReadMayBeWrittenAgainInTheSameMoment() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "one");
        Stamp stamp = Stamp.of(file).orElseThrow();
        long written = stamp.written().toMillis();

        assertThat(stamp.wasAtRest(written + 1000)).isFalse();
        assertThat(stamp.wasAtRest(written + 3000)).isTrue();
    }
}
