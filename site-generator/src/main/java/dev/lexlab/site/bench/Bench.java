package dev.lexlab.site.bench;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The door: measures how fast the generator is, one thing after the other, so that nothing takes time from what is measured. */
public final class Bench {
    private static final int MILLIS = 1000;
    private static final long PATIENCE_SECONDS = 20;

    private final Lexlab lexlab;
    private final Console console;
    private final BenchTable table;
    private final Map<String, Row> cpu = new LinkedHashMap<>();

    /** @param home the folder that the launcher lies in */
    public Bench(Path home, Console console) {
        this(Lexlab.launcherOf(home), console);
    }

    Bench(Lexlab lexlab, Console console) {
        this.lexlab = lexlab;
        this.console = console;
        this.table = new BenchTable(console);
    }

    /**
     * Measures and tells.
     *
     * @return yes, whether or not goals are met; could not where something could not be measured
     */
    public ExitCode run(Plan plan) throws IOException, InterruptedException {
        Instant began = Instant.now();
        String before = load();
        CountDownLatch isClean = leaveNothingBehind();
        try (Workplace workplace = Workplace.make(plan.keep())) {
            if (!BareEngine.canArchive()) {
                console.note(
                        "Classes come from folders here: the bare engines have no archive of them, and are slower.");
            }
            table.head();
            for (Markup markup : plan.markups()) {
                measure(markup, plan, workplace);
            }
            if (plan.keep()) {
                console.note("Kept: " + workplace.folder());
            }
            return table.sum(Duration.between(began, Instant.now()), machine(before));
        } finally {
            console.clearProgress();
            isClean.countDown();
        }
    }

    /** Whoever interrupts us waits until processes have ended and the folder is gone, and no longer. */
    private static CountDownLatch leaveNothingBehind() {
        CountDownLatch isClean = new CountDownLatch(1);
        Thread measuring = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (isClean.getCount() > 0) {
                                measuring.interrupt();
                                await(isClean);
                            }
                        },
                        "lexlab-bench-end"));
        return isClean;
    }

    private static void await(CountDownLatch isClean) {
        try {
            boolean unused = isClean.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(Markup markup, Plan plan, Workplace workplace) throws IOException, InterruptedException {
        for (int pages : plan.pages()) {
            Consumer<String> progress =
                    doing -> console.progress(markup.ending() + ", " + pages + " pages: " + doing + " …");
            progress.accept("made");
            Path folder = workplace.folder().resolve(markup.ending() + "-" + pages);
            Corpus corpus = Corpus.write(folder, markup, pages);
            tell(
                    markup,
                    pages,
                    Kind.PEAK,
                    "builds",
                    () -> new Builds(corpus, lexlab, new Stopwatch(workplace), progress).measure(plan.rounds()));
            if (plan.edits() > 0 && pages == plan.servedPages()) {
                tell(
                        markup,
                        pages,
                        Kind.SERVE_PEAK,
                        "serve",
                        () -> Saves.measure(corpus, lexlab, workplace, plan.edits(), progress));
            }
        }
        growth(markup).ifPresent(table::row);
    }

    /** @param memory the row that only some systems can fill */
    private void tell(Markup markup, int pages, Kind memory, String what, Measured measured)
            throws InterruptedException {
        try {
            List<Row> rows = measured.rows();
            console.clearProgress();
            rows.forEach(table::row);
            if (rows.stream().noneMatch(row -> row.kind() == memory)) {
                table.notMeasured(
                        Row.name(markup, pages, memory.suffix()),
                        "this system does not tell how much memory a process had; measure on Linux");
            }
            rows.stream().filter(row -> row.kind() == Kind.CPU).forEach(row -> cpu.put(row.name(), row));
        } catch (CannotMeasure e) {
            console.clearProgress();
            table.notMeasured(Row.name(markup, pages, what), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            console.clearProgress();
            table.notMeasured(Row.name(markup, pages, what), e + "; report it if it stays");
        }
    }

    /** Whether a page of a large site costs more than one of a smaller site; empty where one of them was not measured. */
    private Optional<Row> growth(Markup markup) {
        Row few = cpu.get(Row.name(markup, Kind.PAGES, Kind.CPU.suffix()));
        Row many = cpu.get(Row.name(markup, Kind.MANY_PAGES, Kind.CPU.suffix()));
        return few == null || many == null
                ? Optional.empty()
                : Optional.of(Row.of(
                        Kind.GROWTH,
                        markup,
                        Kind.MANY_PAGES,
                        perPage(many, Kind.MANY_PAGES),
                        Optional.of(perPage(few, Kind.PAGES))));
    }

    private static Sample perPage(Row cpuSeconds, int pages) {
        return cpuSeconds.sample().dividedBy(pages / (double) MILLIS);
    }

    private static String machine(String loadBefore) {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version") + "; load " + loadBefore + " before, " + load() + " after";
    }

    /** How many programs wanted a processor in the last minute; unknown on some systems. */
    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
    }

    private interface Measured {
        List<Row> rows() throws CannotMeasure, IOException, InterruptedException;
    }
}
