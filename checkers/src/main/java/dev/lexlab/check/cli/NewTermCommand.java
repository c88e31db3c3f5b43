package dev.lexlab.check.cli;

import dev.lexlab.check.scaffold.NewTerm;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "term", description = "Begins the page of a term.", sortOptions = false)
final class NewTermCommand extends LexlabCommand {
    @Parameters(paramLabel = "CONCEPT/SLUG", description = "where it belongs, and its name in links")
    private String where = "";

    @Option(names = "--definition", paramLabel = "TEXT", description = "what it means, in one sentence")
    private @Nullable String definition;

    @Option(names = "--term", paramLabel = "NAME", description = "as it is written in text; otherwise as the slug")
    private @Nullable String name;

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "what it cites, an id of sources.yml; otherwise what its concept cites first")
    private @Nullable String source;

    NewTermCommand(Context context) {
        super(context);
    }

    @Override
    public Answer call() throws IOException, UsageProblem, ProblemsFound {
        Course here = course();
        return Scaffolded.tell(
                console(),
                () -> NewTerm.make(
                        here,
                        where,
                        Optional.ofNullable(definition),
                        Optional.ofNullable(name),
                        Optional.ofNullable(source)));
    }
}
