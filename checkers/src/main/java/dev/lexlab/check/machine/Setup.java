package dev.lexlab.check.machine;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.EngineUnavailable;
import dev.lexlab.check.engine.Images;
import dev.lexlab.check.engine.StateFolder;
import dev.lexlab.check.machine.Host.NotPossible;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An engine that answers and images that are built; what is there already is left as it is. */
final class Setup {
    private final Console console;
    private final Map<String, String> environment;
    private final Host host;

    Setup(Console console, Map<String, String> environment, Host host) {
        this.console = console;
        this.environment = environment;
        this.host = host;
    }

    /**
     * @param isForTests whether the project's own tests are to run here, which need a browser besides
     */
    ExitCode run(List<Recipe> recipes, boolean isForTests) throws EngineFailure, IOException, InterruptedException {
        StateFolder state = StateFolder.of(environment);
        return state.exclusively("setup", () -> console.note("another setup is running; waiting for it …"), () -> {
            // Neither waits for the other: whoever lacks both is told of both.
            boolean isBrowserThere = !isForTests || browser(state);
            ExitCode labs = setUp(state, recipes);
            return isBrowserThere ? labs : ExitCode.COULD_NOT;
        });
    }

    private boolean browser(StateFolder state) throws IOException, InterruptedException {
        Steps steps = new Steps(console, 1);
        try {
            Path program = new BrowserInstaller(host, environment, state).program(steps);
            console.say("browser for tests: " + program);
            return true;
        } catch (NotPossible e) {
            tell(e);
            return false;
        }
    }

    private void tell(NotPossible failure) {
        console.clearProgress();
        console.note(failure.what());
        console.note("  -> " + failure.remedy());
    }

    private ExitCode setUp(StateFolder state, List<Recipe> recipes)
            throws EngineFailure, IOException, InterruptedException {
        try (Engine engine = engine(state)) {
            build(engine, state, recipes);
            console.say("ready: engine at " + engine.address() + " (interface " + engine.apiVersion() + "), images "
                    + String.join(", ", recipes.stream().map(Recipe::name).toList()));
            return ExitCode.YES;
        } catch (NotPossible e) {
            tell(e);
            return ExitCode.COULD_NOT;
        }
    }

    private Engine engine(StateFolder state) throws IOException, InterruptedException, NotPossible, EngineUnavailable {
        try {
            return Engine.connect(environment);
        } catch (EngineUnavailable e) {
            if (!e.canBeSetUp()) {
                throw e;
            }
            Steps steps = new Steps(console, 1);
            steps.begin("container engine");
            Engine engine = new EngineStarter(host, environment, state).start(steps::line);
            steps.end("running at " + engine.address());
            return engine;
        }
    }

    private void build(Engine engine, StateFolder state, List<Recipe> recipes)
            throws IOException, InterruptedException, NotPossible, EngineFailure {
        List<Recipe> missing = recipes.stream()
                .filter(recipe -> !engine.images().has(Images.tag(recipe.folder())))
                .toList();
        BaseImage base = new BaseImage(engine.images(), state);
        boolean needsBase = !missing.isEmpty() && !base.isThere();
        Steps steps = new Steps(console, missing.size() + (needsBase ? 1 : 0));
        if (needsBase) {
            steps.begin("getting the base image " + BaseImage.TAG);
            steps.end(base.get(host, steps::line));
        }
        for (Recipe recipe : missing) {
            steps.begin("building image " + recipe.name());
            engine.images().build(recipe.folder(), steps::line);
            steps.end("built");
        }
    }
}
