package dev.lexlab.check.machine;

import dev.lexlab.check.embedded.EmbeddedFailure;
import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.engine.Control;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineUnavailable;
import dev.lexlab.check.engine.Images;
import dev.lexlab.check.engine.Leftover;
import dev.lexlab.check.engine.ServerFailed;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line for each thing that grading needs, with what mends it. */
final class Doctor {
    private static final long GIGABYTE = 1L << 30;
    private static final long LITTLE_DISK = 5;
    private static final long TOO_LITTLE_DISK = 1;
    private static final int OLDEST_JDK = 17;
    private static final String SETUP = "./lexlab setup";

    private final Course course;
    private final Console console;
    private final Map<String, String> environment;
    private boolean failed;

    Doctor(Course course, Console console, Map<String, String> environment) {
        this.course = course;
        this.console = console;
        this.environment = environment;
    }

    ExitCode run() throws IOException {
        jdk();
        disk();
        browser();
        try (Engine engine = Engine.connect(environment)) {
            ok("engine", engine.product() + " at " + engine.address() + ", interface " + engine.apiVersion());
            images(engine.images());
            sandbox(engine);
            leftovers(engine);
        } catch (EngineUnavailable e) {
            fail("engine", e.what(), e.remedy());
            if (e.canBeReplaced()) {
                embedded();
            }
        }
        return failed ? ExitCode.COULD_NOT : ExitCode.YES;
    }

    /** Some labs do without an engine. */
    private void embedded() {
        try {
            ok("PostgreSQL without an engine", "ready to be started in " + EmbeddedPostgres.place(environment));
        } catch (EmbeddedFailure e) {
            warn("PostgreSQL without an engine", e.what(), e.remedy());
        }
    }

    private void jdk() {
        int version = Runtime.version().feature();
        if (version >= OLDEST_JDK) {
            ok("JDK", Runtime.version().toString());
        } else {
            fail("JDK", version + " is too old", "install JDK " + OLDEST_JDK + " or newer");
        }
    }

    private void disk() throws IOException {
        long free = Files.getFileStore(course.root()).getUsableSpace() / GIGABYTE;
        String what = free + " GB free where the course lies";
        if (free < TOO_LITTLE_DISK) {
            fail("disk", what, "./lexlab clean --images");
        } else if (free < LITTLE_DISK) {
            warn("disk", what, "./lexlab clean --images");
        } else {
            ok("disk", what);
        }
    }

    /** Never a warning: nobody needs it but who tests the project itself. */
    private void browser() {
        BrowserInstaller.find(environment)
                .ifPresentOrElse(
                        program -> ok("browser for tests", program.toString()),
                        () -> console.say(console.paint(Style.QUIET, "none")
                                + "  browser for tests: only the project's own tests need one -> " + SETUP
                                + " --for-tests"));
    }

    private void images(Images images) throws IOException {
        List<String> built = images.ours();
        for (Recipe recipe : new Recipes(course).all()) {
            String tag = Images.tag(recipe.folder());
            if (built.contains(tag)) {
                ok("image " + recipe.name(), tag);
            } else if (built.stream().anyMatch(old -> old.startsWith(tag.substring(0, tag.indexOf(':') + 1)))) {
                fail("image " + recipe.name(), "its recipe changed since it was built", SETUP);
            } else {
                fail("image " + recipe.name(), "not built", SETUP);
            }
        }
    }

    /** What is really in force, seen from inside a machine that is started for it. */
    private void sandbox(Engine engine) throws IOException {
        Optional<ServiceDefinition> image = imageToLookIn(engine.images());
        if (image.isEmpty()) {
            return; // that it is not built was told
        }
        try {
            List<Control> controls = engine.controls(image.get());
            String all = controls.stream().map(Control::toString).collect(Collectors.joining(", "));
            if (controls.stream().allMatch(Control::isInForce)) {
                ok("sandbox", all);
            } else {
                fail("sandbox", all, "an engine that can hold containers to this; nothing is graded in less");
            }
        } catch (ServerFailed e) {
            fail("sandbox", e.what(), e.remedy());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("sandbox", "the look was interrupted", SETUP);
        }
    }

    private Optional<ServiceDefinition> imageToLookIn(Images images) throws IOException {
        ServiceReader services = new ServiceReader(course);
        for (Recipe recipe : new Recipes(course).all()) {
            if (images.has(Images.tag(recipe.folder()))) {
                try {
                    ServiceDefinition service = services.read(recipe.name());
                    if (!service.isServer()) {
                        return Optional.of(service);
                    }
                } catch (ProblemsFound e) {
                    // a lab that needs it tells
                }
            }
        }
        return Optional.empty();
    }

    private void leftovers(Engine engine) {
        List<Leftover> swept = engine.swept();
        List<Leftover> inUse = engine.inUse();
        if (!swept.isEmpty()) {
            ok("leftovers", "removed now, of processes that died: " + Clean.names(swept));
        } else if (inUse.isEmpty()) {
            ok("leftovers", "none");
        } else {
            ok("leftovers", "none; in use by a running command: " + Clean.names(inUse));
        }
    }

    private void ok(String name, String what) {
        console.say(console.paint(Style.GOOD, "ok  ") + "  " + name + ": " + what);
    }

    private void warn(String name, String what, String remedy) {
        console.say(console.paint(Style.UNSURE, "warn") + "  " + name + ": " + what + " -> " + remedy);
    }

    private void fail(String name, String what, String remedy) {
        failed = true;
        console.say(console.paint(Style.BAD, "FAIL") + "  " + name + ": " + what + " -> " + remedy);
    }
}
