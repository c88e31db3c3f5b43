package dev.lexlab.check.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InMemoryTest {
    private static final Account SAME = new Account.Same();

    private final InMemory memory = InMemory.named("lexlab-test-" + UUID.randomUUID());

    @AfterEach
    void leaveNothing() throws IOException {
        Files.deleteIfExists(memory.folder());
    }

    @Test
    void isThereWhileARunHasSomethingInIt() throws IOException {
        Path root = memory.folder().resolveSibling("");
        assumeThat(root).isDirectory();
        assumeThat(Files.getFileStore(root).type()).isEqualTo("tmpfs");
        assumeThat(Files.getFileStore(root).getUsableSpace()).isGreaterThan(2L << 30);

        assertThat(memory.make("one", SAME)).isTrue();
        assertThat(memory.make("two", SAME)).isTrue();
        Files.writeString(memory.folder().resolve("one/data"), "rows");

        memory.remove("one");
        assertThat(memory.has("one")).isFalse();
        assertThat(memory.has("two")).isTrue();

        memory.remove("two");
        assertThat(memory.folder()).doesNotExist();
    }

    @Test
    void aDiskIsNone(@TempDir Path disk) throws IOException {
        assumeThat(Files.getFileStore(disk).type()).isNotEqualTo("tmpfs");
        InMemory onDisk = new InMemory(disk.resolve("lexlab"));

        assertThat(onDisk.make("one", SAME)).isFalse();
        assertThat(onDisk.folder()).doesNotExist();
    }

    @Test
    void aLinkBySomebodyElseIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        assumeThat(memory.folder().getParent()).isDirectory();
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx--x--x"));
        Files.createDirectory(elsewhere.resolve("one"));
        Files.createSymbolicLink(memory.folder(), elsewhere);

        assertThat(memory.make("two", SAME)).isFalse();
        assertThat(memory.has("one")).isFalse();
        memory.remove("one");

        assertThat(elsewhere.resolve("one")).isDirectory();
        assertThat(elsewhere.resolve("two")).doesNotExist();
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotUsed() throws IOException {
        assumeThat(memory.folder().getParent()).isDirectory();
        Files.setPosixFilePermissions(
                Files.createDirectory(memory.folder()), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(memory.make("one", SAME)).isFalse();
        assertThat(memory.folder()).isEmptyDirectory();
    }
}
