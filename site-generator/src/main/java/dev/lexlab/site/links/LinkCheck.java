package dev.lexlab.site.links;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The door: web addresses to what became of each. Hosts are asked side by side, the addresses of one host in turn. */
public final class LinkCheck {
    private static final int HOSTS_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final LinkMemory memory;
    private final Web web;
    private final HostQueue.Pause pause;
    private final boolean refresh;

    LinkCheck(LinkMemory memory, Web web, HostQueue.Pause pause, boolean refresh) {
        this.memory = memory;
        this.web = web;
        this.pause = pause;
        this.refresh = refresh;
    }

    /**
     * A check on the web as it is.
     *
     * @param state folder of a course for what we keep
     * @param clock the present
     * @param refresh whether to ask for everything anew
     */
    public static LinkCheck create(Path state, Supplier<Instant> clock, boolean refresh) {
        return new LinkCheck(
                new LinkMemory(state.resolve("cache/links"), clock),
                new HttpWeb(PATIENCE, clock),
                time -> Thread.sleep(time.toMillis()),
                refresh);
    }

    /**
     * What became of every address.
     *
     * @param states by address
     * @param remembered how many of them were asked on an earlier day
     * @param answered whether any server said anything; true where none had to be asked
     */
    public record Result(SortedMap<String, LinkState> states, int remembered, boolean answered) {}

    /**
     * Asks.
     *
     * @param progress is told how many are done, and how many there are
     */
    public Result check(Collection<String> urls, BiConsumer<Integer, Integer> progress) throws InterruptedException {
        SortedMap<String, LinkState> states = new TreeMap<>();
        List<String> open = new ArrayList<>();
        for (String url : new TreeSet<>(urls)) {
            Optional<LinkState> known = refresh ? Optional.empty() : memory.find(url);
            known.ifPresentOrElse(state -> states.put(url, state), () -> open.add(url));
        }
        int remembered = states.size();
        Progress told = new Progress(remembered, remembered + open.size(), progress);
        Map<String, List<String>> byHost = open.stream().collect(groupingBy(LinkCheck::host, TreeMap::new, toList()));
        ExecutorService threads = Executors.newFixedThreadPool(HOSTS_AT_ONCE, task -> {
            Thread thread = new Thread(task, "links");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Map<String, HostQueue.Outcome>>> hosts = new ArrayList<>();
            byHost.values().forEach(addresses -> hosts.add(threads.submit(() -> ask(addresses, told))));
            boolean asked = false;
            boolean answered = false;
            for (Future<Map<String, HostQueue.Outcome>> host : hosts) {
                for (Map.Entry<String, HostQueue.Outcome> outcome : joined(host).entrySet()) {
                    states.put(outcome.getKey(), outcome.getValue().state());
                    asked |= outcome.getValue().asked();
                    answered |= outcome.getValue().answered();
                }
            }
            return new Result(states, remembered, answered || !asked);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, HostQueue.Outcome> joined(Future<Map<String, HostQueue.Outcome>> host)
            throws InterruptedException {
        try {
            return host.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new UncheckedIOException("cannot remember what became of a link", failure);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Map<String, HostQueue.Outcome> ask(List<String> urls, Progress told)
            throws InterruptedException, IOException {
        HostQueue queue = new HostQueue(web, pause, BETWEEN);
        Map<String, HostQueue.Outcome> outcomes = new TreeMap<>();
        for (String url : urls) {
            HostQueue.Outcome outcome = queue.check(url);
            memory.keep(url, outcome.state());
            outcomes.put(url, outcome);
            told.oneMore();
        }
        return outcomes;
    }

    private static String host(String url) {
        return HostQueue.address(url)
                .map(URI::getHost)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static final class Progress {
        private final int all;
        private final BiConsumer<Integer, Integer> sink;
        private int done;

        Progress(int done, int all, BiConsumer<Integer, Integer> sink) {
            this.done = done;
            this.all = all;
            this.sink = sink;
        }

        synchronized void oneMore() {
            done++;
            sink.accept(done, all);
        }
    }
}
