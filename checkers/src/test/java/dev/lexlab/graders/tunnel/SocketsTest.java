package dev.lexlab.graders.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SocketsTest {
    static final String HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";
    private static final String TAIL = " 00000000:00000000 00:00000000 00000000  1000        0 39758 1\n";
    private static final String LIST = HEAD
            + "   0: 00000000:08AE 00000000:0000 0A" + TAIL
            + "   1: 0B00007F:A679 00000000:0000 0A" + TAIL
            + "   2: 0100007F:1F90 00000000:0000 0A" + TAIL
            + "   3: 020012AC:C6AC 030012AC:08AE 01" + TAIL
            + "   4: 020012AC:C6AE 030012AC:0050 06" + TAIL
            + HEAD
            + "   0: 00000000000000000000000000000000:2382 00000000000000000000000000000000:0000 0A" + TAIL
            + "   1: 00000000000000000000000001000000:2383 00000000000000000000000000000000:0000 0A" + TAIL
            + "   2: 0000000000000000FFFF00000100007F:2384 00000000000000000000000000000000:0000 0A" + TAIL
            + "  10: B80D0120000000000000000001000000:2385 00000000000000000000000000000000:0000 0A" + TAIL;

    private final Sockets sockets = Sockets.parse(LIST);

    @Test
    void readsAddressesAsPeopleWriteThem() {
        assertThat(sockets.listening())
                .extracting(Sockets.Address::toString)
                .containsExactly(
                        "0.0.0.0:2222",
                        "127.0.0.11:42617",
                        "127.0.0.1:8080",
                        "[::]:9090",
                        "[::1]:9091",
                        "127.0.0.1:9092",
                        "[2001:db8::1]:9093");
    }

    @Test
    void knowsWhereAnotherMachineCouldCome() {
        assertThat(Sockets.inWords(sockets.open())).isEqualTo("0.0.0.0:2222 and [::]:9090 and [2001:db8::1]:9093");
    }

    @Test
    void leavesOutWhatTheLearnerDidNotOpen() {
        assertThat(sockets.listeningOfTheirs())
                .extracting(Sockets.Address::port)
                .containsExactly(8080, 9090, 9091, 9092, 9093);
    }

    @Test
    void countsOnlyConnectionsThatAreUp() {
        assertThat(sockets.hasConnectionTo(2222)).isTrue();
        assertThat(sockets.hasConnectionTo(80)).isFalse();
    }

    @Test
    void takesAListThatCannotBeReadForNobodysFault() {
        FakeMachine mute = new FakeMachine("relay").answering("/proc/net/tcp", 1, "", "cat: no such file");

        assertThatThrownBy(() -> Sockets.of(mute))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("relay does not show its sockets: exit code 1: cat: no such file");
    }

    /** A kernel's list with listeners, each as in {@code 0100007F:1F90}. */
    static Sockets listening(String... addresses) {
        StringBuilder list = new StringBuilder(HEAD);
        for (String address : addresses) {
            list.append("   0: ").append(address).append(" 00000000:0000 0A").append(TAIL);
        }
        return Sockets.parse(list.toString());
    }
}
