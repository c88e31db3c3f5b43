package dev.lexlab.check.engine;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The line to the engine, with nothing but the JDK: docker-java's own clients get ready for encryption and for cookies, which
 * takes a quarter of a second that a learner waits for. They also wait for ever for an engine that hangs, and throw whatever they
 * like where the line breaks; here both end in a {@link DockerException}, which everybody who asks the engine knows what to make of.
 */
final class EngineHttp implements DockerHttpClient {
    /** Of an engine on a busy machine; what takes longer by its nature is in {@link #PATIENT}. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration UNTIL_A_SIGN = Duration.ofSeconds(5);

    /** Whose answer goes on for as long as the work does; somebody else has a clock for each of them. */
    private static final Pattern PATIENT =
            Pattern.compile("/(build|images/create|images/prune|containers/[^/?]+/(wait|attach|stop))(\\?|$)");

    private final EngineAddress address;
    private final ExecutorService asking = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "question to the engine");
        thread.setDaemon(true);
        return thread;
    });
    /** Once it let somebody wait in vain, the others ask for a sign of life before they wait as long. */
    private volatile boolean isSuspected;

    EngineHttp(EngineAddress address) {
        this.address = address;
    }

    @Override
    public Response execute(Request request) {
        if (isSuspected) {
            askForASign();
        }
        return PATIENT.matcher(request.path()).find() ? ask(request) : askWithin(request);
    }

    private Response ask(Request request) {
        try {
            return RawHttp.send(address.uri(), request.method(), request.path(), request.headers(), body(request));
        } catch (IOException e) {
            isSuspected = true;
            askForASign();
            throw silent("the line to it broke: " + e.getMessage(), e);
        }
    }

    /** Whole, since only so its length is known: recipes and what they copy, which are small. */
    private static byte[] body(Request request) throws IOException {
        if (request.hijackedInput() != null) {
            throw new UnsupportedOperationException("commands get their input by ExecStream");
        }
        try (InputStream stream = request.body()) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        }
    }

    /** On another thread: sockets of Unix have no clock, and whoever waits for one cannot be called away. */
    private Response askWithin(Request request) {
        Future<Response> answer = asking.submit(() -> ask(request));
        try {
            return await(answer);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent("it was not waited for", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** An engine that is merely busy still gives a sign of life; one that hangs is not waited for any longer. */
    private Response await(Future<Response> answer) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return answer.get(UNTIL_A_SIGN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                isSuspected = true;
                askForASign();
                if (System.nanoTime() > deadline) {
                    throw silent("not within " + PATIENCE.toSeconds() + " s", e);
                }
            }
        }
    }

    private void askForASign() {
        try {
            String unused = EnginePing.ping(address, EnginePing.DEADLINE);
            isSuspected = false;
        } catch (EngineUnavailable e) {
            throw silent(e.what(), e);
        }
    }

    private static DockerException silent(String why, Exception cause) {
        return new DockerException(
                Remedies.SILENT_ENGINE + " (" + why + ")", HttpURLConnection.HTTP_UNAVAILABLE, cause);
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
