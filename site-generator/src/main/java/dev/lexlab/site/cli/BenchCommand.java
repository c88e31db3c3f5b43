package dev.lexlab.site.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Only the site's half; {@code ./lexlab bench} by itself is answered by the other module. */
@Command(name = "bench", description = "Measures how fast things are on this machine. There is: ./lexlab bench site")
final class BenchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        CommandSpec spec = command;
        if (spec == null) {
            throw new IllegalStateException("picocli fills @Spec before any command runs");
        }
        throw new ParameterException(spec.commandLine(), "say what to measure: ./lexlab bench site");
    }
}
