package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.site.bench.Bench;
import dev.lexlab.site.bench.Markup;
import dev.lexlab.site.bench.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "site",
        mixinStandardHelpOptions = true,
        description = {
            "How fast building and serving are: each figure beside its goal and the bare engines in the same run.",
            "Makes its own pages in a temporary folder. Takes minutes, in which the machine should have nothing else to do.",
            "Exit code: 0 measured, whether or not goals are met; 2 usage; 3 something could not be measured."
        },
        sortOptions = false)
final class BenchSiteCommand implements Callable<Integer> {
    private static final int MOST_ROUNDS = 99;
    private static final int MOST_EDITS = 9999;

    @Option(
            names = "--pages",
            paramLabel = "N,…",
            split = ",",
            defaultValue = "10,100,1000",
            description = "How many pages the courses have; default: ${DEFAULT-VALUE}. Some goals need 1000 and 5000.")
    private List<Integer> pages = List.of();

    @Option(
            names = "--markup",
            paramLabel = "M",
            defaultValue = "both",
            description = "adoc, md or both; default: ${DEFAULT-VALUE}.")
    private String markup = "";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each build is measured; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--edits",
            paramLabel = "N",
            defaultValue = "40",
            description =
                    "How often a page is saved while it is served; default: ${DEFAULT-VALUE}. 0 leaves serving out.")
    private int edits;

    @Option(names = "--keep", description = "Keep the pages and sites, and say where they are.")
    private boolean keep;

    @Spec
    private @Nullable CommandSpec command;

    private final Console console;

    BenchSiteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (int number : pages) {
            within("--pages", number, 1, Plan.mostPages());
        }
        within("--rounds", rounds, 1, MOST_ROUNDS);
        within("--edits", edits, 0, MOST_EDITS);
        List<Markup> markups = Markup.named(markup);
        if (markups.isEmpty()) {
            throw usage("--markup is adoc, md or both, not '" + markup + "'");
        }
        String home = System.getProperty("lexlab.home", "");
        if (home.isEmpty()) {
            throw usage("what people start is measured, so start this as ./lexlab bench site");
        }
        return measure(Path.of(home), new Plan(pages, markups, rounds, edits, keep))
                .code();
    }

    private ExitCode measure(Path home, Plan plan) throws IOException {
        try {
            return new Bench(home, console).run(plan);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private void within(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw usage(option + " takes numbers from " + least + " to " + most + ", not " + number);
        }
    }

    private ParameterException usage(String what) {
        CommandSpec spec = command;
        if (spec == null) {
            throw new IllegalStateException("picocli fills @Spec before any command runs");
        }
        return new ParameterException(spec.commandLine(), what);
    }
}
