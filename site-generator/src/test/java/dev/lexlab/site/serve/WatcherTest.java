package dev.lexlab.site.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WatcherTest {
    /** The learner's own folder, in a path. */
    private static final String OWN = "/" + "work" + "/";

    @TempDir
    Path folder;

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @Test
    void callsWhenAFileIsSavedAlsoInAFolderMadeLater() throws Exception {
        Path content = Files.createDirectories(folder.resolve("content"));
        Path missing = folder.resolve("labs");
        try (Watcher watcher = Watcher.watch(List.of(content, missing), saved -> calls.add("changed"))) {
            assertThat(watcher).isNotNull();
            Files.writeString(content.resolve("a.md"), "one");
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
            Files.createDirectories(content.resolve("tea"));
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
            Files.writeString(content.resolve("tea/leaf.md"), "two");
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
        }
    }

    @Test
    void whatIsSavedWhileSomethingIsDoneBetweenIsCalledForAfterwards() throws Exception {
        Path content = Files.createDirectories(folder.resolve("content"));
        try (Watcher watcher = Watcher.watch(List.of(content), saved -> calls.add("changed"))) {
            watcher.between(() -> {
                Files.writeString(content.resolve("a.md"), "one");
                calls.add("done");
            });

            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("done");
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
        }
    }

    @Test
    void whoeverIsCalledInTheMiddleOfABurstIsToldThatAnotherCallWillCome() throws Exception {
        Path content = Files.createDirectories(folder.resolve("content"));
        BlockingQueue<String> goOn = new LinkedBlockingQueue<>();
        Consumer<Watcher> changed = saved -> {
            calls.add("changed");
            try {
                goOn.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            calls.add(saved.willCallAgain() ? "and again" : "and that is all");
        };
        try (Watcher watcher = Watcher.watch(List.of(content), changed)) {
            Files.createFile(content.resolve("a.md")); // one event, where writing may be two
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
            Files.createFile(content.resolve("b.md"));
            while (!watcher.willCallAgain()) {
                Thread.onSpinWait();
            }
            goOn.add("");
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("and again");
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
            goOn.add("");
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("and that is all");
        }
    }

    @Test
    void whatFailsBetweenIsToldToWhoeverAskedForIt() throws Exception {
        Path content = Files.createDirectories(folder.resolve("content"));
        try (Watcher watcher = Watcher.watch(List.of(content), saved -> calls.add("changed"))) {
            assertThatThrownBy(() -> watcher.between(() -> {
                        throw new IOException("no site");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no site");
        }
    }

    @Test
    void goesOnAfterACallThatFailed() throws Exception {
        Path content = Files.createDirectories(folder.resolve("content"));
        AtomicBoolean failed = new AtomicBoolean();
        Consumer<Watcher> changed = saved -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> calls.add(e.getMessage()));
            if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("first call fails");
            }
            calls.add("changed");
        };
        try (Watcher watcher = Watcher.watch(List.of(content), changed)) {
            assertThat(watcher).isNotNull();
            Files.writeString(content.resolve("a.md"), "one");
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("first call fails");
            Files.writeString(content.resolve("a.md"), "two");
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres/lab.yml", "postgres/guide/work.md", "postgres/starter/a" + OWN + "x.sql", "work"})
    void whatAuthorsWriteMatters(String file) {
        assertThat(Watcher.matters(Path.of("/labs"), Path.of("/labs").resolve(file)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres" + OWN + "a/schema.sql",
                "postgres/.lab.yml.swp",
                "postgres/lab.yml~",
                "postgres/#lab.yml#",
                ".git/HEAD",
                "lab-model/target/classes/A.class"
            })
    void whatEditorsBuildsAndLearnersWriteDoesNot(String file) {
        assertThat(Watcher.matters(Path.of("/labs"), Path.of("/labs").resolve(file)))
                .isFalse();
    }
}
