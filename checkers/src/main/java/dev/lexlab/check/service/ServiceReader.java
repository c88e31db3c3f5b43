package dev.lexlab.check.service;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.lab.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The door: a name of {@code labs/images} to the server that it describes. */
public final class ServiceReader {
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_MEGABYTES = 65_536;

    private final Course course;

    public ServiceReader(Course course) {
        this.course = course;
    }

    /**
     * The definition of one image's server.
     *
     * @throws ProblemsFound with all that is wrong in the file
     */
    public ServiceDefinition read(String image) throws ProblemsFound {
        Path folder = course.labs().resolve("images").resolve(image);
        Path file = folder.resolve("service.yml");
        Problems problems = new Problems();
        Optional<ServiceDefinition> service = text(file, problems)
                .flatMap(text -> Yaml.read(course.name(file), text, 0, problems))
                .map(yaml -> new Reading(problems).service(folder, yaml));
        problems.throwIfAny();
        return service.orElseThrow();
    }

    private Optional<String> text(Path file, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            String hint = Files.exists(file)
                    ? "save it as UTF-8"
                    : "images with one: " + (names().isEmpty() ? "none" : String.join(", ", names()));
            problems.add(Place.of(course.name(file)), "cannot be read", hint);
            return Optional.empty();
        }
    }

    /** Names of all images, sorted. */
    public List<String> names() {
        try (var folders = Files.list(course.labs().resolve("images"))) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("service.yml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** One file being read. */
    private record Reading(Problems problems) {

        ServiceDefinition service(Path folder, YamlMap yaml) {
            ServiceDefinition service = new ServiceDefinition(
                    folder,
                    folder.getFileName().toString(),
                    yaml.text("about"),
                    isServer(yaml) ? numbers(yaml, "ports", HIGHEST_PORT, name -> !name.isBlank(), "a name") : Map.of(),
                    command(yaml, "ready"),
                    Duration.ofSeconds(yaml.integer("ready-seconds", 1, 600, 60)),
                    command(yaml, "reset"),
                    yaml.map("account").map(Reading::account),
                    yaml.map("learner").map(Reading::account),
                    limits(yaml),
                    numbers(yaml, "tmpfs", MOST_MEGABYTES, Reading::isFolder, "an absolute path without ':' or ','"));
            refuseMemoryThatCannotHoldItsFiles(service, yaml);
            yaml.refuseUnknownKeys();
            return service;
        }

        /** What is no server has none of the five. */
        private static boolean isServer(YamlMap yaml) {
            return Stream.of("ports", "ready", "reset", "account", "learner").anyMatch(yaml::has);
        }

        private Map<String, Integer> numbers(
                YamlMap yaml, String key, int most, Predicate<String> good, String keysAre) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            yaml.map(key).ifPresent(map -> {
                for (String name : map.keys()) {
                    if (!good.test(name)) {
                        problems.add(map.place(name), "'" + name + "' under '" + key + "' is not " + keysAre, "");
                    }
                    numbers.put(name, map.integer(name, 1, most));
                }
            });
            if (numbers.isEmpty()) {
                problems.add(yaml.place(key), "'" + key + "' names nothing", "add '" + key + ": {…: …}'");
            }
            return numbers;
        }

        private static boolean isFolder(String path) {
            return path.startsWith("/") && path.length() > 1 && path.chars().noneMatch(c -> c == ':' || c == ',');
        }

        private List<String> command(YamlMap yaml, String key) {
            List<String> command = yaml.texts(key).stream().map(YamlText::text).toList();
            if (command.isEmpty() && isServer(yaml)) {
                problems.add(
                        yaml.place(key), "'" + key + "' is no command", "write '" + key + ": [program, argument]'");
            }
            return command;
        }

        private static ServiceDefinition.Account account(YamlMap yaml) {
            ServiceDefinition.Account account = new ServiceDefinition.Account(yaml.text("user"), yaml.text("secret"));
            yaml.refuseUnknownKeys();
            return account;
        }

        private ServiceDefinition.Limits limits(YamlMap yaml) {
            Optional<YamlMap> map = yaml.map("limits");
            if (map.isEmpty()) {
                problems.add(
                        yaml.place("limits"),
                        "'limits' is missing",
                        "add 'limits: {memory-mb: …, processes: …, cpus: …}'; nothing runs without");
                return new ServiceDefinition.Limits(1, 1, 1);
            }
            YamlMap limits = map.get();
            ServiceDefinition.Limits read = new ServiceDefinition.Limits(
                    limits.integer("memory-mb", 16, MOST_MEGABYTES),
                    limits.integer("processes", 8, 4096),
                    limits.integer("cpus", 1, 64));
            limits.refuseUnknownKeys();
            return read;
        }

        private void refuseMemoryThatCannotHoldItsFiles(ServiceDefinition service, YamlMap yaml) {
            int files = service.tmpfs().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            int memory = service.limits().memoryMegabytes();
            if (files >= memory && memory > 1) {
                problems.add(
                        yaml.place("tmpfs"),
                        "'tmpfs' adds up to " + files + " MB, 'memory-mb' is " + memory,
                        "files in memory count as memory: give it more than they may take");
            }
        }
    }
}
