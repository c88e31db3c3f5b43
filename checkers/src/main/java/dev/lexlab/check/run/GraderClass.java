package dev.lexlab.check.run;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.environment.Wanted;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The class {@code lab.yml} names as a task's grader, bound to the task's checks one to one. */
public final class GraderClass extends TaskGrader {
    private static final Set<Class<?>> INJECTED = Set.of(Submission.class, Draw.class, Evidence.class);

    private final Class<?> type;
    private final Map<String, Method> checks;
    private final Optional<Method> preparation;
    private final String sources;

    private GraderClass(Class<?> type, Map<String, Method> checks, Optional<Method> preparation, String sources) {
        this.type = type;
        this.checks = checks;
        this.preparation = preparation;
        this.sources = sources;
    }

    /**
     * Loads the class by its name.
     *
     * @throws ProblemsFound where class and {@code lab.yml} do not fit; the author must mend that, not the learner
     */
    public static GraderClass of(TaskDefinition task) throws ProblemsFound {
        try {
            return of(task, Class.forName(task.grader()), "");
        } catch (ClassNotFoundException | LinkageError e) {
            Problems problems = new Problems();
            problems.add(
                    task.place(),
                    "the grader class " + task.grader() + " cannot be loaded",
                    "write it in " + CompiledGraders.SOURCES + ", or correct 'grader:'");
            throw new ProblemsFound(problems.sorted());
        }
    }

    /**
     * Binds a class that was loaded.
     *
     * @param sources hash of what it was made from; empty where its classes are what is known of it
     */
    static GraderClass of(TaskDefinition task, Class<?> type, String sources) throws ProblemsFound {
        Problems problems = new Problems();
        Map<String, Method> checks = new LinkedHashMap<>();
        for (Method method : methods(type)) {
            Check check = method.getAnnotation(Check.class);
            if (check != null && checks.putIfAbsent(check.value(), method) != null) {
                problems.add(task.place(), "grader " + type.getName() + " has check '" + check.value() + "' twice", "");
            }
        }
        List<Method> preparations = methods(type).stream()
                .filter(method -> method.isAnnotationPresent(Prepare.class))
                .toList();
        if (preparations.size() > 1) {
            problems.add(task.place(), "grader " + type.getName() + " has more than one @Prepare method", "keep one");
        }
        matchOneToOne(task, type, checks.keySet(), problems);
        refuseUnknownParameters(task, type, problems);
        refuseTornChains(task, problems);
        problems.throwIfAny();
        return new GraderClass(type, checks, preparations.stream().findFirst(), sources);
    }

    public Class<?> type() {
        return type;
    }

    @Override
    boolean prepares() {
        return preparation.isPresent();
    }

    @Override
    Set<Wanted> wantedToPrepare() {
        return preparation.map(GraderClass::wanted).orElse(Set.of());
    }

    @Override
    void prepare(@Nullable Object instance, Grading grading) throws Throwable {
        Method method = preparation.orElseThrow();
        Object grader = instance == null ? newInstance() : instance;
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> grading.inject(wanted(parameter), PREPARE))
                .toArray();
        method.setAccessible(true); // graders need no public members
        try {
            method.invoke(grader, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    void runChecks(Grading grading, JUnitSession session) {
        session.run(type, grading);
    }

    @Override
    String fingerprint() throws IOException {
        return sources.isEmpty() ? Fingerprint.classes(type) : sources;
    }

    @Override
    Set<Wanted> wanted(String check) {
        Method method = checks.get(check);
        return method == null ? Set.of() : wanted(method);
    }

    static Set<Wanted> wanted(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> Wanted.TYPES.contains(parameter.getType()))
                .map(GraderClass::wanted)
                .collect(toSet());
    }

    static Wanted wanted(Parameter parameter) {
        Named named = parameter.getAnnotation(Named.class);
        return new Wanted(parameter.getType(), named == null ? "" : named.value());
    }

    /** One of its own, for whoever wants nothing but its preparation. */
    private Object newInstance() {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true); // graders need no public members
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("grader " + type.getName() + " cannot be made", e);
        }
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static void matchOneToOne(TaskDefinition task, Class<?> type, Set<String> found, Problems problems) {
        List<String> wanted = task.checks().stream().map(CheckDefinition::id).toList();
        for (String id : wanted) {
            if (!found.contains(id)) {
                problems.add(
                        task.place(),
                        "grader " + type.getName() + " has no method for check '" + id + "'",
                        "annotate one with @Check(\"" + id + "\")");
            }
        }
        for (String id : found) {
            if (!wanted.contains(id)) {
                problems.add(
                        task.place(),
                        "grader " + type.getName() + " checks '" + id + "', which is no check of the task",
                        DidYouMean.hint(id, wanted));
            }
        }
    }

    private static void refuseUnknownParameters(TaskDefinition task, Class<?> type, Problems problems) {
        for (Method method : methods(type)) {
            if (method.isAnnotationPresent(Check.class) || method.isAnnotationPresent(Prepare.class)) {
                String who = "method " + method.getName() + " of " + type.getName();
                for (Parameter parameter : method.getParameters()) {
                    refuseUnknown(task, who, parameter, problems);
                }
            }
        }
    }

    private static void refuseUnknown(TaskDefinition task, String who, Parameter parameter, Problems problems) {
        Class<?> wanted = parameter.getType();
        if (!INJECTED.contains(wanted) && !Wanted.TYPES.contains(wanted)) {
            problems.add(
                    task.place(),
                    who + " asks for what nobody injects",
                    "there are "
                            + Stream.concat(INJECTED.stream(), Wanted.TYPES.stream())
                                    .map(Class::getSimpleName)
                                    .sorted()
                                    .collect(joining(", ")));
        }
        if (wanted == Service.class) {
            List<String> servers =
                    task.servers().stream().map(TaskDefinition.Server::name).toList();
            refuseUnknown(task, who, wanted(parameter), "server", servers, problems);
        }
        if (wanted == Link.class) {
            List<String> links =
                    task.links().stream().map(TaskDefinition.Link::name).toList();
            refuseUnknown(task, who, wanted(parameter), "link", links, problems);
        }
        boolean needsServer = wanted == Postgres.class || wanted == RabbitMq.class;
        if (needsServer && task.servers().stream().noneMatch(server -> server.lease() == TaskDefinition.Lease.SHARED)) {
            problems.add(
                    task.place(),
                    who + " asks for " + wanted.getSimpleName() + ", and the task has no server that is shared",
                    "name one under 'servers:' with 'lease: shared'");
        }
        if (wanted == Engine.class && task.bases().isEmpty()) {
            problems.add(
                    task.place(),
                    who + " asks for Engine, and the task has no 'bases'",
                    "name the images that a Dockerfile may begin with under 'bases:'");
        }
        String name = wanted(parameter).name();
        if (wanted == Machine.class && !task.machineNames().contains(name)) {
            problems.add(
                    task.place(),
                    who + " asks for machine '" + name + "', and the task has no such one",
                    name.isEmpty() ? "say which one with @Named" : DidYouMean.hint(name, task.machineNames()));
        }
    }

    /** Of what may go without a name where there is only one. */
    private static void refuseUnknown(
            TaskDefinition task, String who, Wanted wanted, String what, List<String> known, Problems problems) {
        String type = wanted.type().getSimpleName();
        String name = wanted.name();
        if (known.isEmpty()) {
            problems.add(
                    task.place(),
                    who + " asks for " + type + ", and the task has no " + what,
                    "name one under '" + what + "s:'");
        } else if (name.isEmpty() && known.size() > 1) {
            problems.add(
                    task.place(),
                    who + " asks for " + type + ", and the task has several " + what + "s",
                    "say which one with @Named: " + String.join(", ", known));
        } else if (!name.isEmpty() && !known.contains(name)) {
            problems.add(
                    task.place(),
                    who + " asks for " + type.toLowerCase(Locale.ROOT) + " '" + name + "', and the task has no such "
                            + what,
                    DidYouMean.hint(name, known));
        }
    }

    /** A check goes on in what the one right before it left: nothing may run in between. */
    static void refuseTornChains(TaskDefinition task, Problems problems) {
        String previous = "";
        for (CheckDefinition check : task.checks()) {
            if (check.continues().isPresent() && !check.continues().get().equals(previous)) {
                problems.add(
                        Place.of(task.place().file(), task.place().line()),
                        "check '" + check.id() + "' continues '"
                                + check.continues().get() + "', which does not stand right before it",
                        "move it there");
            }
            previous = check.id();
        }
    }
}
