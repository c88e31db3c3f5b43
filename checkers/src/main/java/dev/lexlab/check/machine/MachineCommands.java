package dev.lexlab.check.machine;

import com.github.dockerjava.api.exception.DockerException;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door: {@code setup}, {@code doctor} and {@code clean}. */
public final class MachineCommands {
    private static final String SETUP = "./lexlab setup";

    private final Course course;
    private final Console console;
    private final Map<String, String> environment;

    public MachineCommands(Course course, Console console, Map<String, String> environment) {
        this.course = course;
        this.console = console;
        this.environment = environment;
    }

    /**
     * Makes an engine run and builds the images that are missing.
     *
     * @param lab the only lab to prepare for; all of them where empty
     * @param yes whether to install what is missing without asking
     */
    public ExitCode setup(Optional<String> lab, boolean yes) {
        return setup(lab, Host.ofProcess(console, environment, yes, SETUP), false);
    }

    /** The same, and Chromium, which only the project's own tests need. */
    public ExitCode setupForTests(Optional<String> lab, boolean yes) {
        return setup(lab, Host.ofProcess(console, environment, yes, SETUP + " --for-tests"), true);
    }

    ExitCode setup(Optional<String> lab, Host host, boolean isForTests) {
        return run(() -> {
            Recipes recipes = new Recipes(course);
            List<Recipe> wanted;
            if (lab.isEmpty()) {
                wanted = recipes.all();
            } else {
                Optional<LabDefinition> definition = lab(lab.get());
                if (definition.isEmpty()) {
                    return ExitCode.USAGE;
                }
                wanted = recipes.of(definition.get());
            }
            return new Setup(console, environment, host).run(wanted, isForTests);
        });
    }

    private Optional<LabDefinition> lab(String id) throws ProblemsFound {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course, problems).readAll();
        problems.throwIfAny();
        Optional<LabDefinition> found =
                labs.stream().filter(lab -> lab.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            String hint =
                    DidYouMean.hint(id, labs.stream().map(LabDefinition::id).toList());
            console.note("there is no lab '" + id + "'" + (hint.isEmpty() ? "" : "; " + hint));
        }
        return found;
    }

    /** Says what is there and what is missing, each with the one command that mends it. */
    public ExitCode doctor() {
        return run(() -> new Doctor(course, console, environment).run());
    }

    /**
     * Removes what is ours on the engine and our caches, never the learner's work.
     *
     * @param images whether the images go, too
     */
    public ExitCode clean(boolean images) {
        return run(() -> new Clean(course, console, environment).run(images));
    }

    private ExitCode run(Command command) {
        try {
            return command.run();
        } catch (EngineFailure e) {
            console.note(e.what());
            console.note("  -> " + e.remedy());
            return ExitCode.COULD_NOT;
        } catch (ProblemsFound e) {
            console.note(String.valueOf(e.getMessage()));
            return ExitCode.NO;
        } catch (IOException | UncheckedIOException e) {
            console.note("could not: " + e.getMessage());
            return ExitCode.COULD_NOT;
        } catch (DockerException e) {
            console.note("the container engine refused: " + e.getMessage());
            console.note("  -> ./lexlab doctor");
            return ExitCode.COULD_NOT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private interface Command {
        ExitCode run() throws EngineFailure, ProblemsFound, IOException, InterruptedException;
    }
}
