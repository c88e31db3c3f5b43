package dev.lexlab.graders.postgres.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallsTest {
    private static final Calls CALLS = Calls.parse("new\t0\t-\t\nnew-back\t0\tother\t\nfull\t1\t-\tno space\tleft \n");

    @Test
    void readsWhatCameOfEachCall() {
        assertThat(CALLS.get("new").inWords()).isEqualTo("exit code 0");
        assertThat(CALLS.get("full").inWords()).isEqualTo("exit code 1: no space\tleft");
    }

    @Test
    void takesOtherBytesForNoSuccessOfFetch() {
        assertThat(CALLS.get("new-back").succeeded()).isTrue();
        assertThat(CALLS.get("new-back").isSame()).isFalse();
    }

    @Test
    void blamesNobodyForACallThatNeverWas() {
        assertThatThrownBy(() -> CALLS.get("room")).isInstanceOf(IllegalStateException.class);
    }
}
