package dev.lexlab.check.cli;

import dev.lexlab.check.scaffold.NewSite;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "site",
        description = "Makes a course of your own: a glossary with one concept, ready for more of them and for labs.",
        sortOptions = false)
final class NewSiteCommand extends LexlabCommand {
    @Parameters(paramLabel = "DIR", description = "a folder that is empty, or not there yet")
    private Path folder = Path.of("");

    @Option(names = "--title", paramLabel = "TEXT", description = "what it is called; otherwise as its folder")
    private @Nullable String title;

    NewSiteCommand(Context context) {
        super(context);
    }

    @Override
    public Answer call() throws IOException, UsageProblem, ProblemsFound {
        return Scaffolded.tell(
                console(),
                () -> NewSite.make(
                        context.here().resolve(folder),
                        Optional.ofNullable(title),
                        context.home().map(home -> home.resolve("lexlab"))));
    }
}
