package dev.lexlab.site.serve;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. A page of another site can make a browser send requests here; it can neither fake {@code Origin} nor, by pointing
 * a name of its own at this machine, {@code Host}.
 */
final class Guard {
    private final int port;
    private final Set<String> hosts;

    Guard(int port) {
        this.port = port;
        hosts = Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
    }

    /** Why a request gets no answer, or null where it gets one. */
    @Nullable
    Reply refusal(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!isOurs(exchange.getRequestHeaders().get("Host"), "")) {
            return Reply.text(403, "This server answers at http://localhost:" + port + "/ only.\n");
        }
        if (exchange.getRequestHeaders().containsKey("Origin")
                && !isOurs(exchange.getRequestHeaders().get("Origin"), "http://")) {
            return Reply.text(403, "Pages of other sites get no answer here.\n");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Reply.text(405, "Pages can be read here (GET, HEAD), nothing else.\n")
                    .with("Allow", "GET, HEAD");
        }
        return null;
    }

    private boolean isOurs(@Nullable List<String> values, String prefix) {
        if (values == null || values.size() != 1) {
            return false;
        }
        String value = values.get(0);
        return value.startsWith(prefix) && hosts.contains(value.substring(prefix.length()));
    }
}
