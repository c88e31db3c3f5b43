package dev.lexlab.lab;

import static java.util.Locale.ROOT;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.lab.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The door: a course's {@code labs} folder to its labs. Every folder there with a {@code lab.yml} is one. */
public final class LabReader {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int RUNGS = 3;
    /** Of a definition: some hundred tasks. */
    private static final long MOST_BYTES = 1 << 20;
    /** Of a task that does not care who reaches whom. */
    private static final String ONLY_NETWORK = "lab";

    private final Course course;
    private final Path root;
    private final Problems problems;

    public LabReader(Course course, Problems problems) {
        this(course, course.labs(), problems);
    }

    /** For labs that lie elsewhere; the course still names files in messages. */
    public LabReader(Course course, Path labs, Problems problems) {
        this.course = course;
        this.root = labs;
        this.problems = problems;
    }

    /** All labs by name. What is wrong is among the problems, and the lab it is in is left out or incomplete. */
    public List<LabDefinition> readAll() {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (var children =
                    Files.newDirectoryStream(root, child -> Files.isRegularFile(child.resolve("lab.yml")))) {
                children.forEach(folders::add);
            } catch (IOException e) {
                problems.add(Place.of(course.name(root)), "cannot be read: " + e.getMessage(), "");
            }
        }
        folders.sort(null);
        List<LabDefinition> labs = new ArrayList<>();
        folders.forEach(folder -> read(folder).ifPresent(labs::add));
        return List.copyOf(labs);
    }

    private Optional<LabDefinition> read(Path folder) {
        Path file = folder.resolve("lab.yml");
        String name = course.name(file);
        try {
            // A link that its author made to a whole folder of labs is fine; one file of ours is never somewhere else.
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                problems.add(Place.of(name), "is a link out of the lab's folder", "put a file of its own here");
                return Optional.empty();
            }
            if (Files.size(file) > MOST_BYTES) {
                problems.add(
                        Place.of(name),
                        "has " + Files.size(file) / 1024 + " KB, and more than " + MOST_BYTES / 1024
                                + " KB are not read",
                        "shorten it");
                return Optional.empty();
            }
            return Yaml.read(name, Files.readString(file), 0, problems).map(yaml -> lab(folder, yaml));
        } catch (CharacterCodingException e) {
            problems.add(Place.of(name), "is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.add(Place.of(name), "cannot be read: " + e.getMessage(), "");
        }
        return Optional.empty();
    }

    private LabDefinition lab(Path folder, YamlMap yaml) {
        String id = slug(folder.getFileName().toString(), yaml.place());
        String concept = yaml.text("concept");
        String title = yaml.text("title");
        String summary = yaml.text("summary");
        List<TaskDefinition> tasks = new ArrayList<>();
        yaml.map("tasks").ifPresent(map -> {
            for (String task : map.keys()) {
                map.map(task)
                        .ifPresent(body -> tasks.add(task(folder, slug(task, map.place(task)), map.place(task), body)));
            }
        });
        if (tasks.isEmpty()) {
            problems.add(yaml.place("tasks"), "lab '" + id + "' has no task", "add one under 'tasks:'");
        }
        yaml.refuseUnknownKeys();
        refuseUnknownTasks(tasks, yaml);
        return new LabDefinition(folder, id, concept, title, summary, tasks);
    }

    private void refuseUnknownTasks(List<TaskDefinition> tasks, YamlMap yaml) {
        List<String> ids = tasks.stream().map(TaskDefinition::id).toList();
        for (TaskDefinition task : tasks) {
            for (String required : task.requires()) {
                if (!ids.subList(0, ids.indexOf(task.id())).contains(required)) {
                    problems.add(
                            task.place(),
                            "task '" + task.id() + "' requires '" + required + "', which is no task above it",
                            DidYouMean.hint(required, ids));
                }
            }
        }
        refuseStrayFolders(tasks, ids, yaml);
    }

    /** A starter that no task names would never be seen by anybody. */
    private void refuseStrayFolders(List<TaskDefinition> tasks, List<String> ids, YamlMap yaml) {
        if (tasks.isEmpty()) {
            return;
        }
        Path starters = tasks.get(0).starter().getParent();
        if (starters == null || !Files.isDirectory(starters)) {
            return; // told with the task
        }
        try (var children = Files.newDirectoryStream(starters)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (!ids.contains(name)) {
                    problems.add(
                            Place.of(course.name(child)),
                            "no task of " + yaml.place().file() + " has this name",
                            DidYouMean.hint(name, ids));
                }
            }
        } catch (IOException e) {
            problems.add(Place.of(course.name(starters)), "cannot be read: " + e.getMessage(), "");
        }
    }

    private TaskDefinition task(Path folder, String id, Place place, YamlMap yaml) {
        int stated = yaml.integer("points", 1, 10_000);
        TaskDefinition task = new TaskDefinition(
                place,
                id,
                yaml.text("title"),
                yaml.text("summary"),
                yaml.integer("minutes", 1, 600),
                yaml.integer("difficulty", 1, 5),
                yaml.texts("requires").stream().map(YamlText::text).toList(),
                yaml.texts("terms").stream().map(LabReader::term).toList(),
                files(yaml),
                servers(yaml),
                machines(yaml),
                links(yaml),
                bases(yaml),
                yaml.text("grader"),
                yaml.integer("seconds", 1, 600, 30),
                checks(yaml),
                hints(yaml),
                diagnoses(yaml),
                guide(folder, id, place),
                starter(folder, id, place));
        yaml.refuseUnknownKeys();
        refuseMissingStarterFiles(task);
        refuseNamesGivenTwice(task);
        refuseLinksForNobody(task);
        if (yaml.has("points")) { // otherwise that is told already
            refuseOtherSum(task, stated, yaml.place("points"));
        }
        return task;
    }

    /** The sum is stated so that a check that was added or changed in passing is seen. */
    private void refuseOtherSum(TaskDefinition task, int stated, Place place) {
        if (task.points() != stated && !task.checks().isEmpty()) {
            problems.add(
                    place,
                    "the checks have " + task.points() + " points in all, not " + stated,
                    "correct 'points' or those of the checks");
        }
    }

    private static TaskDefinition.Term term(YamlText text) {
        return new TaskDefinition.Term(text.text(), text.place());
    }

    private List<TaskDefinition.WorkFile> files(YamlMap yaml) {
        List<TaskDefinition.WorkFile> files = new ArrayList<>();
        for (YamlMap file : yaml.maps("files")) {
            String path = file.text("path");
            if (path.startsWith("/")
                    || path.contains("\\")
                    || Path.of(path).normalize().startsWith("..")) {
                problems.add(file.place("path"), "'" + path + "' leaves the task's folder", "name it from that folder");
            } else {
                files.add(new TaskDefinition.WorkFile(path, file.text("about")));
            }
            file.refuseUnknownKeys();
        }
        if (files.isEmpty()) {
            problems.add(
                    yaml.place("files"),
                    "there is no file for the learner to edit",
                    "add 'files: [{path: …, about: …}]'");
        }
        return files;
    }

    private List<TaskDefinition.Server> servers(YamlMap yaml) {
        List<TaskDefinition.Server> servers = new ArrayList<>();
        eachNamed(
                yaml,
                "servers",
                (name, server) ->
                        servers.add(new TaskDefinition.Server(name, image(server), lease(server), networks(server))));
        return servers;
    }

    private List<TaskDefinition.Machine> machines(YamlMap yaml) {
        List<TaskDefinition.Machine> machines = new ArrayList<>();
        eachNamed(yaml, "sandboxes", (name, body) -> machines.add(machine(name, body, TaskDefinition.Kind.SANDBOX)));
        eachNamed(yaml, "helpers", (name, body) -> machines.add(machine(name, body, TaskDefinition.Kind.HELPER)));
        return machines;
    }

    private TaskDefinition.Machine machine(String name, YamlMap body, TaskDefinition.Kind kind) {
        return new TaskDefinition.Machine(name, image(body), kind, networks(body));
    }

    private List<TaskDefinition.Link> links(YamlMap yaml) {
        List<TaskDefinition.Link> links = new ArrayList<>();
        Set<String> servers = yaml.map("servers").map(YamlMap::keys).orElse(Set.of());
        eachNamed(yaml, "links", (name, body) -> {
            TaskDefinition.Link link = new TaskDefinition.Link(name, body.text("to"), networks(body));
            if (!link.to().isEmpty() && !servers.contains(link.to())) {
                problems.add(
                        body.place("to"),
                        "link '" + name + "' leads to '" + link.to() + "', which is no server of the task",
                        DidYouMean.hint(link.to(), servers));
            }
            links.stream()
                    .filter(other -> other.to().equals(link.to()))
                    .flatMap(other -> other.networks().stream().filter(link.networks()::contains))
                    .forEach(network -> problems.add(
                            body.place(),
                            "two links stand for '" + link.to() + "' on network '" + network + "'",
                            "give each of them 'networks' of its own"));
            links.add(link);
        });
        String image = TaskDefinition.Link.IMAGE;
        if (!links.isEmpty() && isMissing(image)) {
            problems.add(
                    yaml.place("links"),
                    "there is no image '" + image + "', in which links run",
                    "copy labs/images/" + image + " of Lexlab");
        }
        return links;
    }

    /** Where nobody is, nothing goes through; containers of a learner's images are on whatever networks they say. */
    private void refuseLinksForNobody(TaskDefinition task) {
        for (TaskDefinition.Link link : task.links()) {
            boolean isForNobody = task.bases().isEmpty()
                    && task.machines().stream()
                            .flatMap(machine -> machine.networks().stream())
                            .noneMatch(link.networks()::contains);
            if (isForNobody) {
                problems.add(
                        task.place(),
                        "nobody is on a network of link '" + link.name() + "', so nothing goes through it",
                        "put it on a network of a sandbox, with 'networks'");
            }
        }
    }

    /** Names are what others in their networks call them. */
    private void eachNamed(YamlMap yaml, String key, BiConsumer<String, YamlMap> use) {
        yaml.map(key).ifPresent(map -> {
            for (String name : map.keys()) {
                map.map(name).ifPresent(body -> {
                    use.accept(slug(name, map.place(name)), body);
                    body.refuseUnknownKeys();
                });
            }
        });
    }

    private List<String> networks(YamlMap yaml) {
        List<String> networks = yaml.texts("networks").stream()
                .map(network -> slug(network.text(), network.place()))
                .toList();
        return networks.isEmpty() ? List.of(ONLY_NETWORK) : networks;
    }

    private List<String> bases(YamlMap yaml) {
        List<YamlText> bases = yaml.texts("bases");
        bases.forEach(base -> refuseMissingImage(base.text(), base.place()));
        return bases.stream().map(YamlText::text).toList();
    }

    private void refuseNamesGivenTwice(TaskDefinition task) {
        Set<String> names = new HashSet<>();
        Stream.of(
                        task.servers().stream().map(TaskDefinition.Server::name),
                        task.machines().stream().map(TaskDefinition.Machine::name),
                        task.links().stream().map(TaskDefinition.Link::name))
                .flatMap(each -> each)
                .filter(name -> !names.add(name))
                .forEach(name -> problems.add(
                        task.place(),
                        "task '" + task.id() + "' has two machines called '" + name + "'",
                        "servers, sandboxes, helpers and links call each other by name: rename one"));
    }

    private String image(YamlMap body) {
        String image = body.text("image");
        refuseMissingImage(image, body.place("image"));
        return image;
    }

    private void refuseMissingImage(String image, Place place) {
        if (!image.isEmpty() && isMissing(image)) {
            problems.add(place, "there is no image '" + image + "'", "images are the folders of labs/images");
        }
    }

    private boolean isMissing(String image) {
        return !Files.isDirectory(root.resolve("images").resolve(image));
    }

    private TaskDefinition.Lease lease(YamlMap server) {
        String lease = server.text("lease");
        for (TaskDefinition.Lease known : TaskDefinition.Lease.values()) {
            if (known.name().toLowerCase(ROOT).equals(lease)) {
                return known;
            }
        }
        problems.add(server.place("lease"), "a lease is 'shared' or 'own', not '" + lease + "'", "");
        return TaskDefinition.Lease.OWN;
    }

    private List<CheckDefinition> checks(YamlMap yaml) {
        List<CheckDefinition> checks = new ArrayList<>();
        Set<String> above = new HashSet<>();
        for (YamlMap check : yaml.maps("checks")) {
            String id = slug(check.text("id"), check.place("id"));
            Optional<String> after = earlier(check, "after", above);
            Optional<String> continues = earlier(check, "continues", above);
            if (after.isPresent() && continues.isPresent()) {
                problems.add(
                        check.place("after"),
                        "check '" + id + "' has both 'after' and 'continues'",
                        "'continues' alone says both");
            }
            checks.add(new CheckDefinition(id, check.integer("points", 1, 100), check.text("says"), after, continues));
            check.refuseUnknownKeys();
            if (!above.add(id)) {
                problems.add(check.place("id"), "check '" + id + "' stands here a second time", "");
            }
        }
        if (checks.isEmpty()) {
            problems.add(yaml.place("checks"), "there is no check", "nothing checked is never a pass: add 'checks:'");
        }
        return checks;
    }

    private Optional<String> earlier(YamlMap check, String key, Set<String> above) {
        Optional<String> id = check.optionalText(key);
        if (id.isPresent() && !above.contains(id.get())) {
            problems.add(
                    check.place(key),
                    "'" + key + ": " + id.get() + "' names no check above this one",
                    DidYouMean.hint(id.get(), above));
            return Optional.empty();
        }
        return id;
    }

    private List<String> hints(YamlMap yaml) {
        List<String> hints = yaml.texts("hints").stream().map(YamlText::text).toList();
        if (hints.size() != RUNGS || hints.stream().anyMatch(String::isBlank)) {
            problems.add(
                    yaml.place("hints"),
                    "hints are a ladder of three, here are " + hints.size(),
                    "a nudge, a pointer, nearly the solution");
        }
        return hints;
    }

    private List<DiagnosisDefinition> diagnoses(YamlMap yaml) {
        List<DiagnosisDefinition> diagnoses = new ArrayList<>();
        yaml.map("diagnoses").ifPresent(map -> {
            for (String id : map.keys()) {
                map.map(id).ifPresent(body -> {
                    Optional<TaskDefinition.Term> term =
                            body.optionalText("term").map(slug -> new TaskDefinition.Term(slug, body.place("term")));
                    diagnoses.add(new DiagnosisDefinition(
                            slug(id, map.place(id)), body.text("says"), body.text("next"), term));
                    body.refuseUnknownKeys();
                });
            }
        });
        return diagnoses;
    }

    private Path guide(Path folder, String id, Place place) {
        Path asciidoc = folder.resolve("guide").resolve(id + ".adoc");
        Path markdown = folder.resolve("guide").resolve(id + ".md");
        if (Files.exists(asciidoc) && Files.exists(markdown)) {
            problems.add(place, "task '" + id + "' has two guides", "keep one of guide/" + id + ".adoc and .md");
        } else if (!Files.exists(asciidoc) && !Files.exists(markdown)) {
            problems.add(place, "task '" + id + "' has no guide", "write guide/" + id + ".adoc or .md");
        }
        return Files.exists(asciidoc) ? asciidoc : markdown;
    }

    private Path starter(Path folder, String id, Place place) {
        Path starter = folder.resolve("starter").resolve(id);
        if (!Files.isDirectory(starter)) {
            problems.add(place, "task '" + id + "' has no starter", "make the folder starter/" + id);
        }
        return starter;
    }

    private void refuseMissingStarterFiles(TaskDefinition task) {
        for (TaskDefinition.WorkFile file : task.files()) {
            if (Files.isDirectory(task.starter())
                    && !Files.isRegularFile(task.starter().resolve(file.path()))) {
                problems.add(task.place(), "the starter of '" + task.id() + "' has no file '" + file.path() + "'", "");
            }
        }
    }

    private String slug(String text, Place place) {
        if (!text.isEmpty() && !SLUG.matcher(text).matches()) {
            problems.add(place, "'" + text + "' cannot be a name here", "use a-z, 0-9 and single hyphens between them");
        }
        return text;
    }
}
