package dev.lexlab.graders.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a program waits for connections.
 *
 * @param address of the container's own; {@code 0.0.0.0} or {@code [::]} is every one it has
 */
record Socket(String address, int port) {
    /** A line of the kernel's table of sockets, proc(5): local address and port, peer's, state; {@code 0A} is "listens". */
    private static final Pattern LISTENING =
            Pattern.compile("(?m)^\\s*\\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} 0A ");
    /** The engine's own name service, which it puts into every container. */
    private static final String NAME_SERVICE = "127.0.0.11";

    private static final String ALL = "0.0.0.0";
    private static final String ALL_V6 = "[::]";
    private static final String LOOPBACK_V6 = "[::1]";
    private static final String LOOPBACK_V6_IN_TABLE = "00000000000000000000000001000000";

    /**
     * The socket of the container's service: that with the wanted port, else one with another.
     *
     * @param table what {@code /proc/net/tcp} and {@code tcp6} hold
     */
    static Optional<Socket> ofService(String table, int wantedPort) {
        List<Socket> sockets = listening(table);
        return sockets.stream()
                .filter(socket -> socket.port() == wantedPort)
                .findFirst()
                .or(() -> sockets.stream().findFirst());
    }

    private static List<Socket> listening(String table) {
        List<Socket> sockets = new ArrayList<>();
        for (Matcher line = LISTENING.matcher(table); line.find(); ) {
            Socket socket = new Socket(address(line.group(1)), Integer.parseInt(line.group(2), 16));
            if (!socket.address().equals(NAME_SERVICE)) {
                sockets.add(socket);
            }
        }
        return sockets;
    }

    /** Four bytes come last first. Of the long ones only two matter here. */
    private static String address(String hex) {
        if (hex.length() > 8) {
            return hex.equals(LOOPBACK_V6_IN_TABLE) ? LOOPBACK_V6 : ALL_V6;
        }
        List<String> bytes = new ArrayList<>();
        for (int end = hex.length(); end > 0; end -= 2) {
            bytes.add(Integer.toString(Integer.parseInt(hex.substring(end - 2, end), 16)));
        }
        return String.join(".", bytes);
    }

    /** Whether nobody outside of the container can come here. */
    boolean isLoopback() {
        return address.startsWith("127.") || address.equals(LOOPBACK_V6);
    }

    String addressFromInside() {
        return switch (address) {
            case ALL -> "127.0.0.1";
            case ALL_V6 -> LOOPBACK_V6;
            default -> address;
        };
    }

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
