package dev.lexlab.check.cli;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineUnavailable;
import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.example.ExampleOutcome;
import dev.lexlab.check.example.Examples;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "examples",
        description = {
            "Runs the code that pages show (labs/<lab>/examples/<image>/), each file in a fresh container of that image,"
                    + " and compares what it prints with what readers are shown.",
            "Exit code: 0 all as shown, 1 an example does something else, 2 usage, 3 could not."
        },
        sortOptions = false)
final class ExamplesCommand extends LexlabCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "LAB[/NAME]",
            description = "a lab, or of it the files whose names begin so; otherwise all labs")
    private @Nullable String target;

    @Option(names = "--workers", paramLabel = "N", description = "how many at the same time; otherwise one a processor")
    private @Nullable Integer workers;

    ExamplesCommand(Context context) {
        super(context);
    }

    @Override
    String couldNot() {
        return "could not run the examples: ";
    }

    @Override
    public ExitCode call() throws Exception {
        if (workers != null && (workers < 1 || workers > 64)) {
            throw new UsageProblem("--workers is a number from 1 to 64, not " + workers);
        }
        Examples examples = wanted(labs());
        if (examples.all().isEmpty()) {
            throw new UsageProblem("there is no such example; they stand in labs/<lab>/examples/<image>/");
        }
        Instant began = Instant.now();
        int hands = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        try (Engine engine = Engine.connect(context.environment())) {
            List<ExampleOutcome> outcomes = examples.run(engine, hands, this::tell);
            return sum(outcomes, Duration.between(began, Instant.now()));
        } catch (EngineUnavailable e) {
            throw CannotGrade.because(e);
        }
    }

    private Examples wanted(Labs labs) throws Exception {
        if (target == null) {
            List<Path> folders = labs.all().stream().map(LabDefinition::folder).toList();
            return Examples.of(labs.course(), folders);
        }
        int slash = target.indexOf('/');
        Path lab = labs.lab(slash < 0 ? target : target.substring(0, slash)).folder();
        Examples its = Examples.of(labs.course(), List.of(lab));
        return slash < 0 ? its : its.named(target.substring(slash + 1));
    }

    private void tell(ExampleOutcome outcome) {
        if (context.isEnding().getAsBoolean()) {
            return;
        }
        Style style = outcome.fault().isPresent() ? Style.UNSURE : outcome.isAsShown() ? Style.GOOD : Style.BAD;
        String sign = outcome.fault().isPresent() ? "?" : outcome.isAsShown() ? "✔" : "✘";
        console()
                .say("  " + console().paint(style, sign) + " " + outcome.of().name()
                        + console()
                                .paint(
                                        Style.QUIET,
                                        String.format(Locale.ROOT, "  %.1f s", outcome.milliseconds() / 1000.0)));
        outcome.fault()
                .ifPresent(fault -> console().say("      " + context.sink().encode(fault)));
        outcome.problems()
                .forEach(problem -> console().say("      " + context.sink().encode(problem.toString())));
    }

    private ExitCode sum(List<ExampleOutcome> outcomes, Duration time) {
        long good = outcomes.stream().filter(ExampleOutcome::isAsShown).count();
        boolean couldNot = outcomes.stream().anyMatch(outcome -> outcome.fault().isPresent());
        String sum = good + " of " + outcomes.size() + " do what they show, in " + time.toSeconds() + " s";
        console().say("");
        if (good == outcomes.size()) {
            console().say(console().paint(Style.GOOD, "as shown: " + sum));
            return ExitCode.YES;
        }
        console()
                .say(console()
                        .paint(
                                couldNot ? Style.UNSURE : Style.BAD,
                                (couldNot ? "could not run all: " : "not as shown: ") + sum));
        return couldNot ? ExitCode.COULD_NOT : ExitCode.NO;
    }
}
