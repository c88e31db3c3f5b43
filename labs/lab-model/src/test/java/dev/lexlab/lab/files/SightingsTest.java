package dev.lexlab.lab.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightingsTest {
    @TempDir
    Path folder;

    private List<String> seenBelow() throws IOException {
        Sightings sightings = new Sightings();
        sightings.lookBelow(folder);
        return sightings.lines().orElseThrow();
    }

    @Test
    void whatNobodyTouchedStillHolds() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/file, with \"signs\".txt"), "one");

        assertThat(Sightings.stillHold(seenBelow())).isTrue();
    }

    @Test
    void whatCameWentOrChangedAnywhereBelowIsSeen() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Path file = Files.writeString(deep.resolve("file.txt"), "one");
        List<String> before = seenBelow();

        Files.writeString(file, "one, two");
        assertThat(Sightings.stillHold(before)).as("another size").isFalse();

        List<String> changed = seenBelow();
        Files.writeString(deep.resolve("new.txt"), "");
        assertThat(Sightings.stillHold(changed)).as("a new file").isFalse();

        List<String> more = seenBelow();
        Files.delete(deep.resolve("new.txt"));
        assertThat(Sightings.stillHold(more)).as("one file less").isFalse();
    }

    @Test
    void whatIsNotThereIsMissedWhenItComes() throws IOException {
        Sightings sightings = new Sightings();
        sightings.look(folder.resolve(".git"));
        List<String> lines = sightings.lines().orElseThrow();
        assertThat(Sightings.stillHold(lines)).isTrue();

        Files.createDirectory(folder.resolve(".git"));

        assertThat(Sightings.stillHold(lines)).isFalse();
    }

    @Test
    void whatIsBehindALinkIsLookedAtAndSoIsTheLinksTarget() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path two = Files.createDirectories(folder.resolve("two"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), one);
        Sightings sightings = new Sightings();
        sightings.look(link);
        List<String> lines = sightings.lines().orElseThrow();

        Files.delete(link);
        Files.createSymbolicLink(link, two);

        assertThat(Sightings.stillHold(lines)).isFalse();
    }

    @Test
    void aFolderWithoutEndCannotBeLookedThrough() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(deep.resolve("back"), folder);

        assertThatThrownBy(() -> new Sightings().lookBelow(folder)).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    void aNameThatIsNoPartOfALineIsNotTold() throws IOException {
        for (String name : List.of("two\nlines", "a\ttab")) {
            Path file = Files.writeString(folder.resolve(name), "");
            Sightings sightings = new Sightings();
            sightings.look(file);

            assertThat(sightings.lines()).isEmpty();
        }
    }

    @Test
    void whatIsNoLineDoesNotHold() {
        assertThat(Sightings.stillHold(List.of("?"))).isFalse();
        assertThat(Sightings.stillHold(List.of("nowhere\t1"))).isFalse();
    }
}
