package dev.lexlab.check.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> everyProgramThatIsHereReallyChangesTheAccount() {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        List<Path> here =
                Account.Dropped.PROGRAMS.stream().filter(Files::isExecutable).toList();
        assertThat(here).isNotEmpty();
        return here.stream()
                .map(program -> DynamicTest.dynamicTest(program.toString(), () -> {
                    Account nobody =
                            Account.Dropped.of(ACCOUNTS, List.of(program)).orElseThrow();

                    assertThat(output(nobody.run(List.of("sh", "-c", "id -un; echo \"$1\"", "sh", "two words"))))
                            .isEqualTo("nobody\ntwo words\n");
                }))
                .toList();
    }

    @Test
    void withoutAProgramOrAnAccountThereIsNobodyToRunAs() throws Exception {
        Path accounts = Files.writeString(folder.resolve("passwd"), "root:x:0:0::/root:/bin/sh\n");

        assertThat(Account.Dropped.of(ACCOUNTS, List.of(folder.resolve("setpriv"))))
                .isEmpty();
        assertThat(Account.Dropped.of(accounts, List.of(Path.of("/bin/sh")))).isEmpty();
    }

    @Test
    void aFolderBehindAClosedOneIsOutOfReach() throws IOException {
        Account nobody = new Account.Dropped("65534", "65534", Path.of("/usr/bin/setpriv"));
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path within = Files.createDirectory(closed.resolve("within"));
        nobody.open(within);

        assertThat(nobody.reaches(within)).isFalse();
        assertThat(nobody.reaches(Path.of("/"))).isTrue();
        assertThat(new Account.Same().reaches(within)).isTrue();
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
