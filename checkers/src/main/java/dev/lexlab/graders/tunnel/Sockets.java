package dev.lexlab.graders.tunnel;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import java.util.List;
import java.util.stream.Stream;

/** The TCP sockets of a machine at one moment, as its kernel lists them. */
record Sockets(List<Socket> all) {
    private static final String NAME_SERVER = "127.0.0.11";

    Sockets {
        all = List.copyOf(all);
    }

    static Sockets of(Machine machine) {
        // A kernel without IPv6 has no second file.
        Ran ran = machine.run("cat", "/proc/net/tcp", "/proc/net/tcp6");
        if (ran.out().isBlank()) {
            throw new IllegalStateException(machine.name() + " does not show its sockets: " + ran.inWords());
        }
        return parse(ran.out());
    }

    static Sockets parse(String kernelsList) {
        return new Sockets(kernelsList
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 3 && fields[0].endsWith(":"))
                .map(fields -> new Socket(Address.parse(fields[1]), Address.parse(fields[2]), fields[3]))
                .toList());
    }

    List<Address> listening() {
        return all.stream().filter(Socket::isListening).map(Socket::here).toList();
    }

    List<Address> listeningAt(int port) {
        return listening().stream().filter(address -> address.port() == port).toList();
    }

    /** Listening where another machine could come. */
    List<Address> open() {
        return listening().stream().filter(address -> !address.isLoopback()).toList();
    }

    /** Without what every relay and every machine on such a network has: sshd, and the engine's name server. */
    List<Address> listeningOfTheirs() {
        return listening().stream()
                .filter(address ->
                        address.port() != Site.SSH_PORT && !address.host().equals(NAME_SERVER))
                .toList();
    }

    boolean hasConnectionTo(int port) {
        return all.stream()
                .anyMatch(socket -> socket.isConnected() && socket.there().port() == port);
    }

    static String inWords(List<Address> addresses) {
        return addresses.stream().map(Address::toString).distinct().collect(joining(" and "));
    }

    /**
     * One line of the list.
     *
     * @param state a number of the kernel's
     */
    record Socket(Address here, Address there, String state) {
        boolean isConnected() {
            return state.equals("01");
        }

        boolean isListening() {
            return state.equals("0A");
        }
    }

    /**
     * An end of a connection.
     *
     * @param host in numbers, IPv6 in brackets
     */
    record Address(String host, int port) {
        private static final int WORD = 8;

        /** From {@code 0100007F:08AE}: words of four bytes, the last byte first. */
        static Address parse(String hex) {
            int colon = hex.indexOf(':');
            String host = hex.substring(0, colon);
            int port = Integer.parseInt(hex.substring(colon + 1), 16);
            return new Address(host.length() == WORD ? ipv4(host) : ipv6(host), port);
        }

        private static String ipv4(String word) {
            return bytes(word).map(String::valueOf).collect(joining("."));
        }

        private static String ipv6(String words) {
            List<Integer> bytes = Stream.iterate(0, start -> start < words.length(), start -> start + WORD)
                    .flatMap(start -> bytes(words.substring(start, start + WORD)))
                    .toList();
            if (words.startsWith("0000000000000000FFFF0000")) {
                return ipv4(words.substring(words.length() - WORD));
            }
            String groups = Stream.iterate(0, i -> i < bytes.size(), i -> i + 2)
                    .map(i -> Integer.toHexString(bytes.get(i) << 8 | bytes.get(i + 1)))
                    .collect(joining(":"));
            return "[" + groups.replaceFirst("(^|:)0(:0)+(:|$)", "::") + "]";
        }

        private static Stream<Integer> bytes(String word) {
            return Stream.of(6, 4, 2, 0).map(i -> Integer.parseInt(word.substring(i, i + 2), 16));
        }

        boolean isLoopback() {
            return host.startsWith("127.") || host.equals("[::1]");
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
