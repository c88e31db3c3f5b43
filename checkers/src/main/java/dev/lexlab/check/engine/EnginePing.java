package dev.lexlab.check.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks an engine for a sign of life with nothing but the JDK, so that one that is dead or hung is told fast. */
final class EnginePing {
    static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final Pattern API_VERSION = Pattern.compile("(?im)^api-version: *([0-9.]+)");

    private EnginePing() {}

    /**
     * Waits for the answer of the engine, at most {@code deadline}.
     *
     * @return the newest version of the interface that it speaks
     */
    static String ping(EngineAddress address, Duration deadline) throws EngineUnavailable {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (SocketChannel channel = RawHttp.open(address.uri())) {
            Thread asking = new Thread(() -> ask(channel, address.uri(), answer), "engine-ping");
            asking.setDaemon(true);
            asking.start();
            return apiVersion(address, answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw address.unavailable("nothing answers there within " + deadline.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw refused(address, e.getCause());
        } catch (IOException e) {
            throw refused(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw address.unavailable("the wait for its answer was interrupted");
        }
    }

    private static void ask(SocketChannel channel, URI uri, CompletableFuture<String> answer) {
        try {
            RawHttp.connect(channel, uri);
            answer.complete(RawHttp.get(channel, "/_ping"));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private static EngineUnavailable refused(EngineAddress address, @Nullable Throwable cause) {
        String why = cause == null ? "unknown" : String.valueOf(cause.getMessage());
        if (why.contains("Permission denied")) {
            String what = address.origin() + " may not be used by this account (permission denied)";
            String remedy = "sudo usermod -aG docker \"$USER\", then log in again";
            return address.chosen() ? EngineUnavailable.chosen(what, remedy) : EngineUnavailable.closed(what, remedy);
        }
        return address.unavailable("no engine answers there (" + why + ")");
    }

    private static String apiVersion(EngineAddress address, String answer) throws EngineUnavailable {
        Matcher version = API_VERSION.matcher(answer);
        if (!answer.startsWith("HTTP/1.") || !version.find()) {
            throw address.unavailable("what answers there is no container engine");
        }
        return version.group(1);
    }
}
