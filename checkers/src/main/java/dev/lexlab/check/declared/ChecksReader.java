package dev.lexlab.check.declared;

import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.DiagnosisDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Kind;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.lab.yaml.YamlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** YAML to {@link ChecksFile}, for one task. Every fault is among the problems, each with its line. */
final class ChecksReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(ms|s)");
    private static final List<String> KINDS = List.of("word", "name", "number");
    private static final List<String> ACTIONS = List.of("run", "sh", "write");
    private static final String ONE_THING =
            "a step has one of 'run: [program, argument]', 'sh: …' and 'write: …', or of "
                    + String.join(", ", Disturbance.Kind.keys());
    private static final int MOST = 1_000_000;
    private static final int USUALLY_MOST = 9_999;
    private static final int HIGHEST_EXIT = 255;

    private final TaskDefinition task;
    private final Problems problems;
    private final List<String> sandboxes;
    private final List<String> machines;
    private final List<String> links;

    ChecksReader(TaskDefinition task, Problems problems) {
        this.task = task;
        this.problems = problems;
        this.sandboxes = task.machines().stream()
                .filter(machine -> machine.kind() == Kind.SANDBOX)
                .map(TaskDefinition.Machine::name)
                .toList();
        this.machines = Stream.concat(
                        task.machines().stream().map(TaskDefinition.Machine::name),
                        task.servers().stream().map(TaskDefinition.Server::name))
                .toList();
        this.links = task.links().stream().map(TaskDefinition.Link::name).toList();
    }

    ChecksFile read(YamlMap yaml) {
        List<Drawing> drawings = new ArrayList<>();
        yaml.map("draw").ifPresent(map -> map.keys().forEach(name -> drawings.add(drawing(map, name))));
        refuseTooSmallRanges(drawings, yaml);
        List<Step> prepare = steps(yaml, "prepare");
        Map<String, List<Step>> checks = new LinkedHashMap<>();
        Optional<YamlMap> all = yaml.map("checks");
        all.ifPresent(map -> map.keys().forEach(id -> checks.put(id, steps(map, id))));
        matchOneToOne(checks, all, yaml);
        yaml.refuseUnknownKeys();
        Set<String> known = new TreeSet<>(drawings.stream().map(Drawing::name).toList());
        Stream.concat(prepare.stream(), checks.values().stream().flatMap(List::stream))
                .flatMap(Step::templates)
                .forEach(text -> text.refuseUnknownNames(known, problems));
        return new ChecksFile(drawings, prepare, checks);
    }

    private Drawing drawing(YamlMap map, String name) {
        if (!NAME.matcher(name).matches()) {
            problems.add(map.place(name), "'" + name + "' cannot be a name here", "use a-z, 0-9 and hyphens");
        }
        if (map.holdsMap(name)) {
            YamlMap range = map.map(name).orElseThrow();
            List<YamlText> bounds = range.texts("number");
            range.refuseUnknownKeys();
            int least = bound(bounds, 0, 1);
            int most = bound(bounds, 1, USUALLY_MOST);
            if (bounds.size() != 2 || least >= most) {
                problems.add(range.place(), "this is no range of numbers", "write '{number: [least, most]}'");
                return new Drawing(name, Drawing.Kind.NUMBER, 1, USUALLY_MOST);
            }
            return new Drawing(name, Drawing.Kind.NUMBER, least, most);
        }
        String kind = map.text(name);
        if (!KINDS.contains(kind) && !kind.isEmpty()) {
            problems.add(map.place(name), "nothing draws a '" + kind + "'", DidYouMean.hint(kind, KINDS));
        }
        return switch (kind) {
            case "name" -> new Drawing(name, Drawing.Kind.NAME, 0, 0);
            case "number" -> new Drawing(name, Drawing.Kind.NUMBER, 1, USUALLY_MOST);
            default -> new Drawing(name, Drawing.Kind.WORD, 0, 0);
        };
    }

    private static int bound(List<YamlText> bounds, int index, int otherwise) {
        try {
            int bound =
                    bounds.size() > index ? Integer.parseInt(bounds.get(index).text()) : otherwise;
            return Math.min(Math.max(bound, -MOST), MOST);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE; // told as no range
        }
    }

    /** All numbers of a file differ, and that must be possible. */
    private void refuseTooSmallRanges(List<Drawing> drawings, YamlMap yaml) {
        int numbers = Drawing.count(drawings, Drawing.Kind.NUMBER);
        drawings.stream()
                .filter(drawing -> drawing.kind() == Drawing.Kind.NUMBER)
                .filter(drawing -> drawing.most() - drawing.least() + 1 < numbers)
                .forEach(drawing -> problems.add(
                        yaml.place("draw"),
                        "'" + drawing.name() + "' is drawn from fewer numbers than are drawn in all, and no two are"
                                + " alike",
                        "widen its range"));
    }

    private void matchOneToOne(Map<String, List<Step>> checks, Optional<YamlMap> map, YamlMap yaml) {
        List<String> wanted = task.checks().stream().map(CheckDefinition::id).toList();
        for (String id : wanted) {
            if (!checks.containsKey(id)) {
                problems.add(
                        yaml.place("checks"),
                        "there are no steps for check '" + id + "' of lab.yml",
                        "add '" + id + ":' with its steps under 'checks:'");
            }
        }
        for (String id : checks.keySet()) {
            Place place = map.map(body -> body.place(id)).orElse(yaml.place());
            if (!wanted.contains(id)) {
                problems.add(place, "'" + id + "' is no check of the task in lab.yml", DidYouMean.hint(id, wanted));
            }
            if (checks.getOrDefault(id, List.of()).stream()
                    .allMatch(step -> step.otherwise().isEmpty())) {
                problems.add(
                        place,
                        "check '" + id + "' expects nothing, so it would always pass",
                        "give a step of it 'expect:' and 'otherwise:'");
            }
        }
    }

    private List<Step> steps(YamlMap yaml, String key) {
        return yaml.maps(key).stream().map(this::step).toList();
    }

    private Step step(YamlMap yaml) {
        List<Disturbance.Kind> disturbances = Arrays.stream(Disturbance.Kind.values())
                .filter(kind -> yaml.has(kind.key()))
                .toList();
        if (!disturbances.isEmpty()) {
            if (disturbances.size() > 1 || ACTIONS.stream().anyMatch(yaml::has)) {
                refuseMoreThanOneThing(yaml);
            }
            return disturbing(yaml, disturbances.get(0));
        }
        String on = on(yaml);
        boolean isLearners = sandboxes.contains(on);
        Action action = action(yaml);
        boolean hasExpectation = yaml.has("expect");
        Expectation expect = yaml.map("expect")
                .map(map -> expectation(map, Expectation.Exit.of(0)))
                .orElse(Expectation.success());
        Duration within = within(yaml);
        List<Otherwise> otherwise = otherwise(yaml);
        if (otherwise.isEmpty() && (hasExpectation || yaml.has("within") || isRunByLearner(isLearners, action))) {
            problems.add(
                    yaml.place(),
                    "this step does not say what to tell a learner where it is not so",
                    "add 'otherwise: {summary: …, next: …}', or a 'diagnosis:' of lab.yml in it");
        }
        yaml.refuseUnknownKeys();
        return new Step(yaml.place(), on, isLearners, action, expect, within, otherwise);
    }

    /** To put a file somewhere is ours, wherever it is. */
    private static boolean isRunByLearner(boolean isLearners, Action action) {
        return isLearners && (action instanceof Action.Run || action instanceof Action.Script);
    }

    private String on(YamlMap yaml) {
        Optional<String> named = yaml.optionalText("on");
        if (named.isEmpty()) {
            if (sandboxes.size() == 1) {
                return sandboxes.get(0);
            }
            problems.add(
                    yaml.place(),
                    "this step does not say where it runs",
                    machines.isEmpty()
                            ? "the task has no machine yet: add one under 'sandboxes:' of lab.yml"
                            : "add 'on:' with one of " + String.join(", ", machines));
            return "";
        }
        if (!machines.contains(named.get())) {
            problems.add(
                    yaml.place("on"),
                    "the task has no machine or server '" + named.get() + "'",
                    DidYouMean.hint(named.get(), machines));
        }
        return named.get();
    }

    /** A step that breaks something, or mends it; what is counted on a link may be looked at like the output of a command. */
    private Step disturbing(YamlMap yaml, Disturbance.Kind kind) {
        String key = kind.key();
        Target target = kind.hasValue()
                ? targetWithValue(yaml, kind)
                : new Target(yaml.optionalText(key).orElse(""), yaml.place(key), "");
        if (!target.name().isEmpty()) {
            refuseUnknownTarget(kind, target);
        } else if (!kind.hasValue()) {
            problems.add(
                    yaml.place(key),
                    "'" + key + "' does not say whom it is done to",
                    "write '" + key + ": " + (kind.isOfLink() ? "wire" : "cache") + "'");
        }
        Expectation expect = Expectation.success();
        Duration within = Duration.ZERO;
        List<Otherwise> otherwise = List.of();
        if (kind == Disturbance.Kind.TRAFFIC) {
            expect = yaml.map("expect")
                    .map(map -> expectation(map, Expectation.Exit.of(0)))
                    .orElse(expect);
            within = within(yaml);
            otherwise = otherwise(yaml);
            if (otherwise.isEmpty()) {
                problems.add(
                        yaml.place(),
                        "this step does not say what to tell a learner where it is not so",
                        "add 'otherwise: {summary: …, next: …}', or a 'diagnosis:' of lab.yml in it");
            }
        }
        yaml.refuseUnknownKeys();
        String value = kind == Disturbance.Kind.SLOW || kind == Disturbance.Kind.THROTTLE
                ? Long.toString(amount(kind, target))
                : target.value();
        return new Step(yaml.place(), target.name(), false, new Disturbance(kind, value), expect, within, otherwise);
    }

    private Target targetWithValue(YamlMap yaml, Disturbance.Kind kind) {
        String key = kind.key();
        Optional<YamlMap> map = yaml.holdsMap(key) ? yaml.map(key) : Optional.empty();
        if (map.isEmpty() || map.get().keys().size() != 1) {
            problems.add(
                    yaml.place(key),
                    "'" + key + "' needs one name and a value behind it",
                    "write '" + key + ": {" + kind.example() + "}'");
            return new Target("", yaml.place(key), "");
        }
        String name = map.get().keys().iterator().next();
        Optional<String> value = map.get().optionalText(name);
        if (value.isEmpty()) {
            problems.add(
                    map.get().place(name),
                    "there is no value behind '" + name + "'",
                    "write '" + kind.key() + ": {" + kind.example() + "}'");
        }
        return new Target(name, map.get().place(name), value.orElse(""));
    }

    private void refuseUnknownTarget(Disturbance.Kind kind, Target target) {
        if (kind.isOfLink()) {
            if (!links.contains(target.name())) {
                problems.add(
                        target.place(),
                        "the task has no link '" + target.name() + "'",
                        links.isEmpty() ? "add one under 'links:' of lab.yml" : DidYouMean.hint(target.name(), links));
            }
            return;
        }
        if (!machines.contains(target.name())) {
            problems.add(
                    target.place(),
                    "the task has no machine or server '" + target.name() + "'",
                    DidYouMean.hint(target.name(), machines));
        }
        List<String> networks = networks(target.name());
        if (!networks.isEmpty() && !target.value().isEmpty() && !networks.contains(target.value())) {
            problems.add(
                    target.place(),
                    "'" + target.name() + "' is on no network '" + target.value() + "'",
                    DidYouMean.hint(target.value(), networks));
        }
        if (task.servers().stream()
                .anyMatch(server -> server.name().equals(target.name()) && server.lease() == Lease.SHARED)) {
            problems.add(
                    target.place(),
                    "server '" + target.name() + "' is shared with other gradings, and '" + kind.key()
                            + "' would do it to them",
                    "give it 'lease: own' in lab.yml, or break a link to it");
        }
    }

    /** Of a machine or server; empty where there is none of that name. */
    private List<String> networks(String name) {
        return Stream.concat(
                        task.machines().stream()
                                .filter(machine -> machine.name().equals(name))
                                .flatMap(machine -> machine.networks().stream()),
                        task.servers().stream()
                                .filter(server -> server.name().equals(name))
                                .flatMap(server -> server.networks().stream()))
                .toList();
    }

    /** Milliseconds of a delay, or bytes in a second. */
    private long amount(Disturbance.Kind kind, Target target) {
        String value = target.value();
        if (kind == Disturbance.Kind.SLOW) {
            Matcher time = TIME.matcher(value);
            if (time.matches()) {
                return Long.parseLong(time.group(1)) * (time.group(2).equals("s") ? 1000 : 1);
            }
            refuseAmount(target, "'" + value + "' is no time", "write it like 200ms or 1s");
            return 0;
        }
        if (!value.matches("[1-9][0-9]{0,8}")) {
            refuseAmount(target, "'" + value + "' is no number of bytes in a second", "write it like 1000");
            return 1;
        }
        return Long.parseLong(value);
    }

    private void refuseAmount(Target target, String what, String hint) {
        if (!target.value().isEmpty()) { // otherwise that is told already
            problems.add(target.place(), what, hint);
        }
    }

    /** Whom a step disturbs, as written. */
    private record Target(String name, Place place, String value) {}

    private Action action(YamlMap yaml) {
        long actions = ACTIONS.stream().filter(yaml::has).count();
        if (actions == 0) {
            problems.add(yaml.place(), "this step does nothing", ONE_THING);
        } else if (actions > 1) {
            refuseMoreThanOneThing(yaml);
        }
        Template nothing = new Template("", yaml.place());
        Template input = template(yaml, "input").orElse(nothing);
        if (yaml.has("input") && !yaml.has("run")) {
            problems.add(yaml.place("input"), "only 'run' reads an 'input'", "in 'sh' write it: printf %s … | …");
        }
        if (yaml.has("write")) {
            return written(yaml, nothing);
        }
        if (yaml.has("sh")) {
            return new Action.Script(new Template(yaml.text("sh"), yaml.place("sh")));
        }
        List<Template> words = yaml.texts("run").stream()
                .map(word -> new Template(word.text(), word.place()))
                .toList();
        if (yaml.has("run") && words.isEmpty()) {
            problems.add(yaml.place("run"), "'run' is no command", "write 'run: [program, argument]'");
        }
        return new Action.Run(words, input);
    }

    private void refuseMoreThanOneThing(YamlMap yaml) {
        problems.add(yaml.place(), "this step does more than one thing", ONE_THING);
    }

    private Action written(YamlMap yaml, Template nothing) {
        Template path = template(yaml, "write").orElse(nothing);
        if (yaml.has("text") == yaml.has("file")) {
            problems.add(
                    yaml.place("write"),
                    "'write' needs what to write",
                    "add 'text: …', or 'file:' with a file of the submission; one of them");
        }
        Optional<String> file = file(yaml, "file");
        return file.isPresent()
                ? new Action.Hand(path, file.get())
                : new Action.Write(path, template(yaml, "text").orElse(nothing));
    }

    private Optional<String> file(YamlMap yaml, String key) {
        List<String> files =
                task.files().stream().map(TaskDefinition.WorkFile::path).toList();
        Optional<String> file = yaml.optionalText(key);
        if (file.isPresent() && !files.contains(file.get())) {
            problems.add(
                    yaml.place(key),
                    "'" + file.get() + "' is no file of the task in lab.yml",
                    DidYouMean.hint(file.get(), files));
        }
        return file;
    }

    private Expectation expectation(YamlMap yaml, Expectation.Exit usual) {
        Optional<Template> matches = template(yaml, "matches");
        matches.ifPresent(regex -> pattern(regex.text(), regex.place()));
        Expectation read = new Expectation(
                exit(yaml, usual),
                template(yaml, "equals"),
                templates(yaml, "contains"),
                templates(yaml, "absent"),
                matches);
        yaml.refuseUnknownKeys();
        return read;
    }

    private Expectation.Exit exit(YamlMap yaml, Expectation.Exit usual) {
        Optional<String> text = yaml.optionalText("exit");
        if (text.isEmpty()) {
            return usual;
        }
        return switch (text.get()) {
            case "any" -> Expectation.Exit.ANY;
            case "not-zero" -> Expectation.Exit.NOT_ZERO;
            default -> {
                if (!text.get().matches("[0-9]{1,3}") || Integer.parseInt(text.get()) > HIGHEST_EXIT) {
                    problems.add(
                            yaml.place("exit"),
                            "'" + text.get() + "' is no exit code",
                            "write a number from 0 to " + HIGHEST_EXIT + ", any, or not-zero");
                    yield usual;
                }
                yield Expectation.Exit.of(Integer.parseInt(text.get()));
            }
        };
    }

    private Duration within(YamlMap yaml) {
        Optional<String> text = yaml.optionalText("within");
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        Matcher time = TIME.matcher(text.get());
        if (!time.matches()) {
            problems.add(yaml.place("within"), "'" + text.get() + "' is no time", "write it like 5s or 500ms");
            return Duration.ZERO;
        }
        long number = Long.parseLong(time.group(1));
        Duration within = time.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
        if (within.toSeconds() >= task.seconds()) {
            problems.add(
                    yaml.place("within"),
                    "'" + text.get() + "' is not shorter than the check's own limit of " + task.seconds() + " s",
                    "shorten it, or raise 'seconds' in lab.yml");
        }
        return within;
    }

    private List<Otherwise> otherwise(YamlMap yaml) {
        List<YamlMap> maps = yaml.holdsList("otherwise")
                ? yaml.maps("otherwise")
                : yaml.map("otherwise").stream().toList();
        List<Otherwise> all = new ArrayList<>();
        for (YamlMap map : maps) {
            boolean isLast = map == maps.get(maps.size() - 1);
            if (map.has("when") == isLast) {
                problems.add(
                        map.place(),
                        isLast
                                ? "the last 'otherwise' is for all that is left, and has no 'when'"
                                : "only the last 'otherwise' has no 'when'",
                        "");
            }
            all.add(answer(map));
        }
        return all;
    }

    private Otherwise answer(YamlMap yaml) {
        Optional<String> diagnosis = yaml.optionalText("diagnosis");
        List<String> known =
                task.diagnoses().stream().map(DiagnosisDefinition::id).toList();
        if (diagnosis.isPresent() && !known.contains(diagnosis.get())) {
            problems.add(
                    yaml.place("diagnosis"),
                    "lab.yml has no diagnosis '" + diagnosis.get() + "' for this task",
                    DidYouMean.hint(diagnosis.get(), known));
        }
        if (diagnosis.isEmpty() && !yaml.has("next")) {
            problems.add(
                    yaml.place(),
                    "this does not say what a learner can do next",
                    "add 'next: …', or a 'diagnosis:' of lab.yml, which brings its own");
        }
        Optional<Pattern> line = yaml.optionalText("line").flatMap(regex -> pattern(regex, yaml.place("line")));
        if (line.isPresent() && line.get().matcher("").groupCount() != 1) {
            problems.add(yaml.place("line"), "'line' must have one group, for the number", "like 'app.conf:([0-9]+)'");
        }
        Otherwise read = new Otherwise(
                yaml.map("when").map(map -> expectation(map, Expectation.Exit.ANY)),
                template(yaml, "summary"),
                template(yaml, "expected"),
                template(yaml, "next"),
                diagnosis,
                yaml.optionalText("term"),
                file(yaml, "invalid"),
                line);
        if (read.line().isPresent() && read.invalid().isEmpty()) {
            problems.add(yaml.place("line"), "'line' is for a file that is 'invalid'", "add 'invalid: FILE'");
        }
        if (read.invalid().isPresent() && diagnosis.isPresent()) {
            problems.add(yaml.place("diagnosis"), "what is invalid has no diagnosis", "say what to do with 'next:'");
        }
        yaml.refuseUnknownKeys();
        return read;
    }

    private Optional<Pattern> pattern(String regex, Place place) {
        try {
            return Optional.of(Pattern.compile(regex.replaceAll("\\$\\{[a-z0-9-]*}", "x"), Pattern.MULTILINE));
        } catch (PatternSyntaxException e) {
            problems.add(place, "this is no regular expression: " + e.getDescription(), "");
            return Optional.empty();
        }
    }

    private static Optional<Template> template(YamlMap yaml, String key) {
        return yaml.optionalText(key).map(text -> new Template(text, yaml.place(key)));
    }

    /** A text, or a list of them. */
    private static List<Template> templates(YamlMap yaml, String key) {
        return yaml.holdsList(key)
                ? yaml.texts(key).stream()
                        .map(text -> new Template(text.text(), text.place()))
                        .toList()
                : template(yaml, key).stream().toList();
    }
}
