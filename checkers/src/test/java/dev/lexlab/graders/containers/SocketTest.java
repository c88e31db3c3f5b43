package dev.lexlab.graders.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SocketTest {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
    private static final String NAME_SERVICE = line("0B00007F:9E97", "00000000:0000", "0A");
    private static final String ON_LOOPBACK = line("0100007F:2B67", "00000000:0000", "0A");
    private static final String ON_ALL = line("00000000:1F90", "00000000:0000", "0A");
    private static final String ON_ALL_V6 =
            line("00000000000000000000000000000000:1F90", "00000000000000000000000000000000:0000", "0A");
    private static final String TALKING = line("020012AC:1F90", "030012AC:C350", "01");

    @Test
    void isWhereAProgramListensAndNotWhereItTalks() {
        assertThat(Socket.ofService(HEAD + TALKING + ON_ALL, 1)).contains(new Socket("0.0.0.0", 8080));
        assertThat(Socket.ofService(HEAD + TALKING, 8080)).isEmpty();
    }

    @Test
    void isNeverTheNameServiceThatTheEnginePutsIntoEveryContainer() {
        assertThat(Socket.ofService(HEAD + NAME_SERVICE, 1)).isEmpty();
        assertThat(Socket.ofService(HEAD + NAME_SERVICE + ON_LOOPBACK, 1)).contains(new Socket("127.0.0.1", 11111));
    }

    @Test
    void isTheOneWithTheWantedPortWhereThereAreSeveral() {
        assertThat(Socket.ofService(HEAD + ON_LOOPBACK + ON_ALL, 8080)).contains(new Socket("0.0.0.0", 8080));
        assertThat(Socket.ofService(HEAD + ON_LOOPBACK + ON_ALL, 1)).contains(new Socket("127.0.0.1", 11111));
    }

    @Test
    void knowsTheNewerKindOfAddresses() {
        assertThat(Socket.ofService(HEAD + ON_ALL_V6, 1)).contains(new Socket("[::]", 8080));
    }

    @Test
    void knowsWhetherOthersCanComeHereAndHowOneAsksFromInside() {
        assertThat(new Socket("127.0.0.1", 1).isLoopback()).isTrue();
        assertThat(new Socket("[::1]", 1).isLoopback()).isTrue();
        assertThat(new Socket("0.0.0.0", 1).isLoopback()).isFalse();
        assertThat(new Socket("0.0.0.0", 1).addressFromInside()).isEqualTo("127.0.0.1");
        assertThat(new Socket("[::]", 1).addressFromInside()).isEqualTo("[::1]");
        assertThat(new Socket("172.18.0.2", 1).addressFromInside()).isEqualTo("172.18.0.2");
    }

    private static String line(String local, String remote, String state) {
        return "   0: " + local + " " + remote + " " + state
                + " 00000000:00000000 00:00000000 00000000  1000        0 1\n";
    }
}
