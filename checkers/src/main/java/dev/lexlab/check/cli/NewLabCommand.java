package dev.lexlab.check.cli;

import dev.lexlab.check.scaffold.LabRequest;
import dev.lexlab.check.scaffold.NewLab;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lab",
        description = {
            "Begins a lab: pages, a task, its grader, the solutions that prove it, and its images.",
            "Images that are not there are made for redis and nginx, and for any server of Debian with --package,"
                    + " --port and --command."
        },
        sortOptions = false)
final class NewLabCommand extends LexlabCommand {
    @Parameters(paramLabel = "NAME", description = "of the lab, and of its concept")
    private String name = "";

    @Option(names = "--service", required = true, paramLabel = "IMAGE", description = "the server it is about")
    private String service = "";

    @Option(names = "--concept", paramLabel = "C", description = "another concept than one of the lab's name")
    private @Nullable String concept;

    @Option(names = "--java", description = "checks in Java; otherwise they are data, in a file beside lab.yml")
    private boolean isJava;

    @Option(names = "--package", paramLabel = "NAME", description = "the Debian package of a server not known here")
    private @Nullable String debianPackage;

    @Option(names = "--port", paramLabel = "N", description = "where it listens")
    private @Nullable Integer port;

    @Option(names = "--command", paramLabel = "TEXT", description = "what starts it, in the foreground")
    private @Nullable String command;

    @Option(names = "--definition", paramLabel = "TEXT", description = "what it is, in one sentence")
    private @Nullable String definition;

    NewLabCommand(Context context) {
        super(context);
    }

    @Override
    public Answer call() throws IOException, UsageProblem, ProblemsFound {
        Course here = course();
        return Scaffolded.tell(
                console(),
                () -> NewLab.make(
                        here,
                        new LabRequest(
                                name,
                                service,
                                Optional.ofNullable(concept),
                                isJava,
                                Optional.ofNullable(debianPackage),
                                Optional.ofNullable(port),
                                Optional.ofNullable(command),
                                Optional.ofNullable(definition))));
    }
}
