package dev.lexlab.site.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of one host, asked one after the other with a pause between: whoever asks a server for everything at once is locked
 * out, and then knows nothing. Not for several threads.
 */
final class HostQueue {
    private static final int MOST_HOPS = 5;
    private static final int TRIES = 3;
    /** Who asks us to wait for longer gets no further question today. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    private final Web web;
    private final Pause pause;
    private final Duration between;
    private boolean asked;
    private Optional<Duration> sentAway = Optional.empty();

    /** Waiting, so that tests need not. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    HostQueue(Web web, Pause pause, Duration between) {
        this.web = web;
        this.pause = pause;
        this.between = between;
    }

    /**
     * What became of an address.
     *
     * @return with whether anybody answered at all
     */
    Outcome check(String url) throws InterruptedException {
        Set<String> way = new LinkedHashSet<>(Set.of(url));
        boolean forGood = true;
        String at = url;
        while (true) {
            Optional<URI> address = address(at);
            if (address.isEmpty()) {
                return new Outcome(LinkState.broken("'" + at + "' is no web address"), false, false);
            }
            if (!web.isPublic(address.get())) {
                return new Outcome(
                        LinkState.unknown("is an address of this machine or of a private network, which is not asked"),
                        false,
                        false);
            }
            Answer answer = patiently(address.get());
            if (!answer.isRedirect() || answer.location().isEmpty()) {
                return new Outcome(judge(answer, at.equals(url) || !forGood ? "" : at), true, answer.status() > 0);
            }
            forGood &= answer.isForGood();
            Optional<URI> next = parse(answer.location().get()).map(address.get()::resolve);
            if (next.isEmpty()) {
                return new Outcome(LinkState.broken("is redirected to what is no web address"), true, true);
            }
            at = next.get().toString();
            if (!way.add(at)) {
                return new Outcome(LinkState.broken("its redirects go round in a circle"), true, true);
            }
            if (way.size() > MOST_HOPS + 1) {
                return new Outcome(LinkState.broken("is redirected more than " + MOST_HOPS + " times"), true, true);
            }
        }
    }

    /**
     * What came of an address.
     *
     * @param asked whether anybody was asked
     * @param answered whether a server said anything
     */
    record Outcome(LinkState state, boolean asked, boolean answered) {}

    private static LinkState judge(Answer answer, String movedTo) {
        if (answer.isGood()) {
            return movedTo.isEmpty() ? LinkState.good() : LinkState.moved(movedTo);
        }
        if (answer.failure() == Answer.Failure.NO_SUCH_HOST) {
            return LinkState.broken(answer.failureWords());
        }
        if (answer.failure() != Answer.Failure.NONE) {
            return LinkState.unknown(answer.failureWords());
        }
        int status = answer.status();
        if (status == 429) {
            return LinkState.unknown("asks us to come back later (429)");
        }
        if (status == 401 || status == 403 || status == 407 || status == 451) {
            return LinkState.unknown("is not shown to programs (" + status + "); look for yourself");
        }
        if (answer.isPassing()) {
            return LinkState.unknown("has trouble of its own today (" + status + ")");
        }
        boolean known = status == 404 || status == 410;
        return LinkState.broken(known ? "there is no such page (" + status + ")" : "answers " + status);
    }

    /** Asks again while it may help, later each time, or when we are told to. */
    private Answer patiently(URI address) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            if (sentAway.isPresent()) {
                return new Answer(429, Optional.empty(), sentAway, Answer.Failure.NONE, "");
            }
            Answer answer = ask(address);
            if (!answer.isPassing()) {
                return answer;
            }
            Duration asked = answer.retryAfter().orElse(wait);
            if (asked.compareTo(LONGEST_WAIT) > 0) {
                sentAway = answer.retryAfter();
                return answer;
            }
            if (attempt == TRIES) {
                return answer;
            }
            pause.of(asked);
            wait = wait.multipliedBy(3);
        }
    }

    /** The head is enough where a server knows how to send one alone. */
    private Answer ask(URI address) throws InterruptedException {
        Answer head = once("HEAD", address);
        boolean clear = head.isGood()
                || head.isRedirect()
                || head.status() == 0
                || head.status() == 429
                || head.retryAfter().isPresent();
        return clear ? head : once("GET", address);
    }

    private Answer once(String method, URI address) throws InterruptedException {
        if (asked) {
            pause.of(between);
        }
        asked = true;
        return web.ask(method, address);
    }

    /** What is asked for: without the anchor, which no server gets to see. */
    static Optional<URI> address(String url) {
        int hash = url.indexOf('#');
        return parse(hash < 0 ? url : url.substring(0, hash)).filter(address -> {
            boolean isWeb =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return isWeb && address.getHost() != null;
        });
    }

    /** Letters outside ASCII stand in pages as people read them. */
    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(new URI(new URI(url.replace(" ", "%20")).toASCIIString()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
