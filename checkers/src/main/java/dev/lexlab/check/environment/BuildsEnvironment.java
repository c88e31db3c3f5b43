package dev.lexlab.check.environment;

import dev.lexlab.check.author.Container;
import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;
import dev.lexlab.check.engine.BuildFailed;
import dev.lexlab.check.engine.ContainerRequest;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.Images;
import dev.lexlab.check.engine.LabNetwork;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.engine.ServerFailed;
import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Stuck;
import dev.lexlab.check.recipe.Archives;
import dev.lexlab.check.recipe.Dockerfile;
import dev.lexlab.check.recipe.DockerfileReader;
import dev.lexlab.check.recipe.RunFile;
import dev.lexlab.check.recipe.RunFileReader;
import dev.lexlab.check.service.ServiceDefinition.Limits;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Images built from the submission, and containers of them. The images stay for the whole grading; containers and volumes are
 * new for every check.
 */
final class BuildsEnvironment implements Part<Engine>, Engine {
    static final String RUN_FILE = "run.yml";

    private static final Limits LIMITS = new Limits(256, 64, 1);
    private static final Map<String, Integer> ALWAYS_IN_MEMORY = Map.of("/tmp", 16);
    private static final String OTHER = "service:";
    /** How engines say that what they were asked to start cannot be started. */
    private static final Pattern PROGRAM = Pattern.compile("exec: \"([^\"]+)\": ([^:\"]+(?:: [^:\"]+)?)");

    private static final List<String> REFUSALS =
            List.of("executable file not found", "OCI runtime", "unable to find user", "no such file or directory");

    private final TaskDefinition task;
    private final Starter starter;
    private final Networks networks;
    private final Activity activity = new Activity();
    private final List<LearnerContainer> containers = new ArrayList<>();
    private final Map<String, String> volumes = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private volatile List<Overrun> beforeCutOff = List.of();
    private @Nullable RunFile runFile;

    BuildsEnvironment(TaskDefinition task, Starter starter, Networks networks) {
        this.task = task;
        this.starter = starter;
        this.networks = networks;
    }

    @Override
    public Engine unprepared() {
        return this;
    }

    @Override
    public Engine fresh() {
        activity.forget();
        beforeCutOff = List.of();
        removeContainers();
        return this;
    }

    @Override
    public Engine same() {
        return this;
    }

    @Override
    public void build(Submission work, Map<String, String> replaced) {
        RunFile file = read(work);
        Map<String, byte[]> context = new TreeMap<>();
        work.paths().forEach(path -> context.put(path, work.file(path).bytes()));
        replaced.forEach((path, text) -> context.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> built = new LinkedHashMap<>();
        for (RunFile.Service service : file.services().values()) {
            String recipe = path(service.context(), service.dockerfile());
            String tag = built.get(recipe);
            if (tag == null) {
                tag = build(work, service, recipe, context);
                built.put(recipe, tag);
            }
            tags.put(service.name(), tag);
        }
        runFile = file;
    }

    private RunFile read(Submission work) {
        SubmittedFile file = work.file(RUN_FILE);
        Problems problems = new Problems();
        Optional<RunFile> read = RunFileReader.read(RUN_FILE, file.text(), networkNames(), problems);
        refuse(problems);
        return read.orElseThrow();
    }

    private Set<String> networkNames() {
        Set<String> names = new TreeSet<>();
        task.machines().forEach(machine -> names.addAll(machine.networks()));
        task.servers().forEach(server -> names.addAll(server.networks()));
        task.links().forEach(link -> names.addAll(link.networks()));
        return names;
    }

    private String build(Submission work, RunFile.Service service, String recipe, Map<String, byte[]> context) {
        if (!work.has(recipe)) {
            throw Invalid.at(
                            service.place(),
                            "service '" + service.name() + "' is built from " + recipe + ", which is not there")
                    .next("write that file, or name another one under 'build'");
        }
        Problems problems = new Problems();
        Dockerfile dockerfile = DockerfileReader.read(recipe, work.file(recipe).text(), bases(), problems);
        refuse(problems); // before the engine is asked for: a mistake can be told without one
        requireBases();
        Map<String, byte[]> inContext = new TreeMap<>();
        String prefix = service.context().isEmpty() ? "" : service.context() + "/";
        context.forEach((path, content) -> {
            if (path.startsWith(prefix)) {
                inContext.put(path.substring(prefix.length()), content);
            }
        });
        refuseArchives(recipe, dockerfile, inContext);
        activity.awaits("the build of service " + service.name());
        try {
            return starter.engine().build(inContext, service.dockerfile(), dockerfile::labelled, service.name());
        } catch (BuildFailed e) {
            throw refusal(new Place(recipe, dockerfile.line(e.step()), 1), e);
        } catch (EngineFailure e) {
            throw CannotGrade.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerGone("a build was interrupted", e);
        } finally {
            activity.awaitsNothing();
        }
    }

    /** ADD unpacks whatever is one, and nobody limits what comes out of it. */
    private static void refuseArchives(String recipe, Dockerfile dockerfile, Map<String, byte[]> context) {
        OptionalInt add = dockerfile.first("ADD");
        if (add.isPresent()) {
            context.forEach((path, content) -> {
                if (Archives.isOne(content)) {
                    throw Invalid.at(
                                    new Place(recipe, add.getAsInt(), 1),
                                    "ADD unpacks archives, and " + path + " beside it is one")
                            .next("use COPY, and put the files themselves here instead of the archive");
                }
            });
        }
    }

    private static String path(String context, String file) {
        return context.isEmpty() ? file : context + "/" + file;
    }

    private static Invalid refusal(Place place, BuildFailed failure) {
        return failure.limit()
                .map(limit -> Invalid.at(place, "the build was stopped here: " + limit)
                        .next("Let this step do less: nothing in a lab needs that much."))
                .orElseGet(() -> Invalid.at(place, "this step of the build fails")
                        .seen(String.valueOf(failure.getMessage()))
                        .next("correct this step; a build has no network here"));
    }

    private Map<String, String> bases() {
        Map<String, String> bases = new TreeMap<>();
        for (String base : task.bases()) {
            bases.put(base, Images.tag(starter.definition(base).folder()));
        }
        return bases;
    }

    /** The engine would look on the internet for one that is missing. */
    private void requireBases() {
        bases().forEach((base, tag) -> {
            if (!starter.engine().images().has(tag)) {
                throw new CannotGrade("the image of '" + base + "' is not built yet", "./lexlab setup");
            }
            try {
                starter.engine().requireControls(starter.definition(base));
            } catch (EngineFailure e) {
                throw CannotGrade.because(e);
            }
        });
    }

    private static void refuse(Problems problems) {
        List<Problem> all = problems.sorted();
        if (!all.isEmpty()) {
            Problem first = all.get(0);
            String more = all.size() == 1 ? "" : " (and " + (all.size() - 1) + " more like it)";
            throw Invalid.at(first.place(), first.what() + more).next(first.hint());
        }
    }

    @Override
    public synchronized Container run(String service, String name, Map<String, String> variables) {
        RunFile.Service plan = service(service);
        Map<String, String> all = new TreeMap<>(plan.environment());
        all.putAll(variables);
        try {
            LabNetwork network = network(plan);
            RunningContainer started = starter.engine().container(request(plan, name, all), network);
            LearnerContainer container = new LearnerContainer(
                    service,
                    name,
                    started,
                    Duration.ofSeconds(2L * task.seconds()),
                    activity,
                    all,
                    new ContainerOutage(
                            name,
                            started,
                            started::restart,
                            List.of(new Wiring.Place(network.name(), List.of(name))),
                            networks,
                            activity),
                    containers::remove);
            containers.add(container);
            activity.goesOn("container " + name, started::log);
            return container;
        } catch (ServerFailed e) {
            if (!e.isOfMachine() && REFUSALS.stream().anyMatch(e.what()::contains)) {
                throw Invalid.at(commandPlace(plan), "a container of service '" + service + "' cannot be started")
                        .seen(refusal(e.what()))
                        .next("look at its command and its user, in the Dockerfile and in " + RUN_FILE);
            }
            throw CannotGrade.because(e);
        }
    }

    /** The file that says what is started. */
    private static Place commandPlace(RunFile.Service plan) {
        return plan.command().isPresent() ? plan.place() : Place.of(path(plan.context(), plan.dockerfile()));
    }

    /** The end of the engine's chain of causes, which is about the program; before it come names of its own parts. */
    private static String refusal(String words) {
        Matcher program = PROGRAM.matcher(words.replace("\\\"", "\""));
        return program.find() ? program.group(1) + ": " + program.group(2) : words;
    }

    private LabNetwork network(RunFile.Service plan) {
        return networks.get(
                plan.networks().isEmpty()
                        ? networkNames().iterator().next()
                        : plan.networks().get(0));
    }

    private ContainerRequest request(RunFile.Service plan, String name, Map<String, String> variables) {
        Map<String, Integer> tmpfs = new TreeMap<>(ALWAYS_IN_MEMORY);
        tmpfs.putAll(plan.tmpfs());
        Map<String, String> mounted = new TreeMap<>();
        plan.volumes().forEach((volume, folder) -> mounted.put(volume(volume), folder));
        return new ContainerRequest(
                imageId(plan.name()),
                name,
                plan.command(),
                variables,
                LIMITS,
                tmpfs,
                mounted,
                plan.user(),
                plan.hasInit(),
                plan.ipc().map(this::mode),
                plan.pid().map(this::mode),
                plan.stopGracePeriod());
    }

    private String mode(String mode) {
        if (!mode.startsWith(OTHER)) {
            return mode;
        }
        String other = mode.substring(OTHER.length());
        return containers.stream()
                .filter(container -> container.service().equals(other))
                .reduce((earlier, later) -> later)
                .map(container -> "container:" + container.container().id())
                .orElseThrow(() -> Invalid.at(
                                service(other).place(), "no container of service '" + other + "' runs to be joined")
                        .next("services are started from top to bottom: move it up"));
    }

    private String volume(String name) {
        return volumes.computeIfAbsent(name, missing -> {
            try {
                return starter.engine().volume(missing);
            } catch (EngineFailure e) {
                throw CannotGrade.because(e);
            }
        });
    }

    private RunFile.Service service(String name) {
        RunFile file = runFile;
        if (file == null) {
            throw new IllegalStateException("nothing was built yet");
        }
        RunFile.Service service = file.services().get(name);
        if (service == null) {
            throw Invalid.at(Place.of(RUN_FILE), "there is no service '" + name + "'")
                    .next("name it so under 'services:'");
        }
        return service;
    }

    @Override
    public String imageId(String service) {
        String tag = tags.get(service(service).name());
        return tag == null ? "" : starter.engine().images().id(tag);
    }

    /** One container of each service, as {@code run.yml} has them, to look at; empty where nothing could be built. */
    List<Door> runAll() {
        RunFile file = runFile;
        if (file == null) {
            return List.of();
        }
        List<Door> doors = new ArrayList<>();
        for (String service : file.services().keySet()) {
            LearnerContainer container = (LearnerContainer) run(service, service, Map.of());
            doors.add(container.door());
        }
        return doors;
    }

    @Override
    public Stuck cutOff() {
        Stuck stuck = new Stuck(activity.now(), activity.lastSeen());
        beforeCutOff = overruns();
        List.copyOf(containers).forEach(container -> container.container().close());
        return stuck;
    }

    /** Of the present containers; from before they were cut off, where they were. */
    List<Overrun> overruns() {
        List<Overrun> now = List.copyOf(containers).stream()
                .flatMap(container -> Overrun.of(container.name(), container.container()).stream())
                .toList();
        return now.isEmpty() ? beforeCutOff : now;
    }

    @Override
    public Optional<Ailment> ailment() {
        return starter.ailment();
    }

    @Override
    public Map<String, String> variables() {
        return Map.of();
    }

    @Override
    public List<Address> addresses() {
        return List.of();
    }

    private synchronized void removeContainers() {
        List.copyOf(containers).forEach(LearnerContainer::remove);
        volumes.values().forEach(starter.engine()::removeVolume);
        volumes.clear();
    }

    /** The images go with the run: removing one takes the engine longer than a learner would wait. */
    @Override
    public void close() {
        if (!containers.isEmpty() || !volumes.isEmpty()) {
            removeContainers();
        }
    }
}
