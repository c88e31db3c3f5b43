package dev.lexlab.check.bench;

import dev.lexlab.check.bench.Measurement.Round;
import dev.lexlab.check.bench.Measurement.Rounds;
import dev.lexlab.check.bench.Row.Figures;
import dev.lexlab.check.embedded.EmbeddedFailure;
import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.environment.Trace;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The door: measures how fast grading is, one thing after the other, so that nothing takes time from what is measured. */
public final class Bench {
    private final List<Measurement> measurements;
    private final Console console;
    private final BooleanSupplier isEnding;
    private final Consumer<Throwable> faults;

    /**
     * Measures nothing yet.
     *
     * @param isEnding whether somebody interrupted us: what fails then is no news
     * @param faults told of what is not of our making, for whoever looks for it
     */
    public Bench(
            Course course,
            Map<String, String> environment,
            Trace trace,
            Console console,
            BooleanSupplier isEnding,
            Consumer<Throwable> faults) {
        this(all(new Surroundings(course, environment, trace)), console, isEnding, faults);
    }

    Bench(List<Measurement> measurements, Console console, BooleanSupplier isEnding, Consumer<Throwable> faults) {
        this.measurements = List.copyOf(measurements);
        this.console = console;
        this.isEnding = isEnding;
        this.faults = faults;
    }

    private static List<Measurement> all(Surroundings here) {
        return List.of(
                new EmptyCheck(here),
                new FreshDatabase(here),
                new SaveToVerdict(here),
                new WholeLab(here),
                new ColdCheck(here),
                new ColdCheckEmbedded(here),
                new ColdMaven(here));
    }

    /** What can be measured, in this order. */
    public List<String> names() {
        return measurements.stream().map(one -> one.subject().name()).toList();
    }

    /**
     * Measures and tells.
     *
     * @param wanted some of {@link #names}
     * @param rounds at least 1, beside those that warm up
     * @return yes where all goals are met, no where one is not, could not where something could not be measured
     */
    public ExitCode run(List<String> wanted, int rounds) throws InterruptedException {
        Instant began = Instant.now();
        String before = load();
        BenchTable table = new BenchTable(console);
        List<Row> rows = new ArrayList<>();
        table.head();
        for (Measurement measurement : measurements) {
            if (wanted.contains(measurement.subject().name()) && !isEnding.getAsBoolean()) {
                Row row = row(measurement, rounds);
                console.clearProgress();
                if (!isEnding.getAsBoolean()) {
                    table.row(row);
                    rows.add(row);
                }
            }
        }
        return isEnding.getAsBoolean()
                ? ExitCode.INTERRUPTED
                : table.sum(rows, Duration.between(began, Instant.now()), machine(before));
    }

    private Row row(Measurement measurement, int rounds) throws InterruptedException {
        Subject subject = measurement.subject();
        progress(subject, "gets ready");
        try (Rounds turns = measurement.begin()) {
            return Row.measured(subject, figures(subject, turns, rounds));
        } catch (CannotMeasure e) {
            return Row.notMeasured(subject, e.whole());
        } catch (CannotGrade e) {
            return Row.notMeasured(subject, e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
        } catch (EmbeddedFailure e) {
            return Row.notMeasured(subject, e.what() + "; " + e.remedy());
        } catch (ProblemsFound e) {
            return Row.notMeasured(
                    subject, "the lab itself is faulty: " + e.problems().get(0));
        } catch (IOException | RuntimeException | LinkageError e) {
            faults.accept(e);
            return Row.notMeasured(subject, e + "; report it if it stays");
        }
    }

    private Figures figures(Subject subject, Rounds turns, int rounds)
            throws CannotMeasure, EmbeddedFailure, ProblemsFound, IOException, InterruptedException {
        for (int warmUp = 1; warmUp <= subject.warmUps(); warmUp++) {
            progress(subject, "warms up");
            Round unused = turns.next();
        }
        List<Double> measured = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            progress(subject, "round " + number + " of " + rounds);
            Round round = turns.next();
            measured.add(round.measured());
            references.add(round.reference());
        }
        return new Figures(new Sample(measured), new Sample(references), turns.environment());
    }

    private void progress(Subject subject, String doing) {
        console.progress(subject.name() + ": " + doing + " …");
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
}
