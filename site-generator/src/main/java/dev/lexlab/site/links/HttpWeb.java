package dev.lexlab.site.links;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The web as it is, by the JDK's client. */
final class HttpWeb implements Web {
    private static final String WHO_WE_ARE = "lexlab-links (checks the links of a glossary; asks slowly)";
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(Redirect.NEVER)
            .build();
    private final Duration patience;
    private final Supplier<Instant> clock;

    /**
     * A client.
     *
     * @param patience for one answer
     */
    HttpWeb(Duration patience, Supplier<Instant> clock) {
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Answer ask(String method, URI address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .method(method, BodyPublishers.noBody())
                    .timeout(patience)
                    .header("User-Agent", WHO_WE_ARE)
                    .header("Accept", "*/*")
                    .build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            response.body().close(); // the answer's head is all we want to know
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location"),
                    response.headers().firstValue("Retry-After").flatMap(this::wait),
                    Answer.Failure.NONE,
                    "");
        } catch (IllegalArgumentException e) {
            return Answer.failed(Answer.Failure.NO_SUCH_HOST, "is no address that can be asked: " + e.getMessage());
        } catch (IOException e) {
            return failed(e);
        }
    }

    private Answer failed(IOException failure) {
        if (isCausedBy(failure, UnresolvedAddressException.class) || isCausedBy(failure, UnknownHostException.class)) {
            return Answer.failed(Answer.Failure.NO_SUCH_HOST, "there is no such host");
        }
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return Answer.failed(Answer.Failure.NO_CONNECTION, "takes no connection");
        }
        if (failure instanceof HttpTimeoutException) {
            return Answer.failed(
                    Answer.Failure.NO_ANSWER_IN_TIME, "gave no answer within " + patience.toSeconds() + " s");
        }
        if (failure instanceof SSLException) {
            return Answer.failed(
                    Answer.Failure.NOT_TRUSTED, "its certificate is not accepted here: " + failure.getMessage());
        }
        return Answer.failed(Answer.Failure.OTHER, "broke the connection off: " + failure.getMessage());
    }

    private static boolean isCausedBy(@Nullable Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private Optional<Duration> wait(String retryAfter) {
        String text = retryAfter.strip();
        try {
            if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.get(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty(); // then as if it had not asked
        }
    }

    @Override
    public boolean isPublic(URI address) {
        String host = address.getHost();
        if (host == null) {
            return true; // told when it is asked
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""))) {
                boolean uniqueLocal = one.getAddress().length == 16 && (one.getAddress()[0] & 0xfe) == 0xfc;
                if (one.isLoopbackAddress()
                        || one.isAnyLocalAddress()
                        || one.isLinkLocalAddress()
                        || one.isSiteLocalAddress()
                        || one.isMulticastAddress()
                        || uniqueLocal) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return true; // told when it is asked
        }
    }
}
