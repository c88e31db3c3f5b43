package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void makeState() throws IOException {
        state = StateFolder.of(Map.of("XDG_STATE_HOME", folder.toString()));
    }

    @Test
    void aRunOfThisProcessLivesUntilItIsClosed() throws IOException {
        RunLock lock = RunLock.take(state);

        assertThat(RunLock.isFree(state, lock.id())).isFalse();
        lock.close();
        assertThat(RunLock.isFree(state, lock.id())).isTrue();
        assertThat(state.runs()).isEmptyDirectory();
    }

    @Test
    void aRunOfAnotherProcessLivesUntilThatIsKilled() throws Exception {
        try (RunHolder other = RunHolder.start(folder)) {
            String run = other.run();

            assertThat(RunLock.isFree(state, run)).isFalse();
            RunLock.forgetDead(state);
            assertThat(state.runs().resolve(run)).exists();

            other.kill();
            assertThat(RunLock.isFree(state, run)).isTrue();
            RunLock.forgetDead(state);
            assertThat(state.runs().resolve(run)).doesNotExist();
        }
    }

    @Test
    void lookingAtAnotherRunDoesNotFreeOurs() throws Exception {
        try (RunLock ours = RunLock.take(state);
                RunHolder other = RunHolder.start(folder)) {
            String run = other.run();
            RunLock.isFree(state, ours.id());
            RunLock.forgetDead(state);
            other.kill();
            RunLock.forgetDead(state);

            assertThat(state.runs().resolve(ours.id())).exists();
            assertThat(state.runs().resolve(run)).doesNotExist();
        }
    }

    @Test
    void aLabelThatNamesNoRunOfOursIsLeftAlone() throws IOException {
        Files.createFile(folder.resolve("precious"));

        assertThat(RunLock.isFree(state, "../../precious")).isFalse();
    }

    @Test
    void oneFolderIsOneHomeAndAnotherIsAnother(@TempDir Path another) throws IOException {
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", folder.toString())).homeId())
                .isEqualTo(state.homeId())
                .hasSize(16);
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", another.toString())).homeId())
                .isNotEqualTo(state.homeId());
    }
}
