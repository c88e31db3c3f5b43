package dev.lexlab.check.recipe;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.lab.yaml.YamlText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code run.yml} by allow-list; the keys mean what they mean in https://docs.docker.com/reference/compose-file/. */
public final class RunFileReader {
    private static final int MOST_TMPFS_MEGABYTES = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9_-]*[a-z0-9])?");
    private static final Pattern FOLDER = Pattern.compile("/[A-Za-z0-9._/-]+");
    private static final Pattern TMPFS = Pattern.compile("(/[^:]+?)(?::size=(\\d+)m(?:b)?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,3})s");
    private static final Pattern USER = Pattern.compile("[a-z0-9_-]+(:[a-z0-9_-]+)?");
    private static final Pattern LONE_DOLLAR = Pattern.compile("(?<!\\$)(\\$\\$)*\\$(?!\\$)");
    private static final String OTHER = "service:";

    /** Keys of Compose that somebody may well write, with what to do instead. */
    private static final Map<String, String> NOT_HERE = Map.ofEntries(
            Map.entry("ports", "leave it out: whoever asks is on the same network"),
            Map.entry("image", "write 'build: .': only your own image is run"),
            Map.entry("entrypoint", "set ENTRYPOINT in the Dockerfile, or 'command' here"),
            Map.entry("privileged", "a lab needs no such right"),
            Map.entry("cap_add", "a lab needs no such right"),
            Map.entry("devices", "a lab needs no such right"),
            Map.entry("security_opt", "a lab needs no such right"),
            Map.entry("network_mode", "leave it out: the container is on the task's network"),
            Map.entry("env_file", "write the variables under 'environment'"),
            Map.entry("container_name", "leave it out: the checks give it a name"),
            Map.entry("restart", "leave it out: a check wants to see it end"),
            Map.entry("depends_on", "leave it out: the checks start what they need"));

    private final Problems problems;
    private final Set<String> taskNetworks;
    private final int mostTmpfsMegabytes;

    private RunFileReader(Problems problems, Set<String> taskNetworks, int mostTmpfsMegabytes) {
        this.problems = problems;
        this.taskNetworks = taskNetworks;
        this.mostTmpfsMegabytes = mostTmpfsMegabytes;
    }

    /**
     * Reads one.
     *
     * @param file its name in messages
     * @param networks what the task's networks are called
     * @param problems gets what is not allowed, all at once; then nothing of it must be run
     */
    public static Optional<RunFile> read(String file, String text, Set<String> networks, Problems problems) {
        return read(file, text, networks, MOST_TMPFS_MEGABYTES, problems);
    }

    /** With more in memory, for tests. */
    static Optional<RunFile> read(
            String file, String text, Set<String> networks, int mostTmpfsMegabytes, Problems problems) {
        return Yaml.read(file, text, 0, problems)
                .map(yaml -> new RunFileReader(problems, networks, mostTmpfsMegabytes).file(yaml));
    }

    private RunFile file(YamlMap yaml) {
        Set<String> volumes = new LinkedHashSet<>();
        yaml.map("volumes").ifPresent(map -> volumes.addAll(map.keys()));
        Map<String, RunFile.Service> services = new LinkedHashMap<>();
        yaml.map("services").ifPresent(map -> {
            for (String name : map.keys()) {
                if (!NAME.matcher(name).matches()) {
                    problems.add(
                            map.place(name), "'" + name + "' cannot be a service's name", "use a-z, 0-9 and hyphens");
                }
                map.map(name).ifPresent(body -> services.put(name, service(name, map.place(name), body, volumes)));
            }
        });
        if (services.isEmpty()) {
            problems.add(yaml.place("services"), "it names no service", "write 'services:' with one below it");
        }
        yaml.refuseUnknownKeys();
        services.values().forEach(service -> refuseUnknownServices(service, services.keySet()));
        return new RunFile(services);
    }

    private void refuseUnknownServices(RunFile.Service service, Set<String> names) {
        for (String mode : List.of(service.ipc().orElse(""), service.pid().orElse(""))) {
            String other = mode.startsWith(OTHER) ? mode.substring(OTHER.length()) : service.name();
            if (!names.contains(other)) {
                problems.add(service.place(), "there is no service '" + other + "'", DidYouMean.hint(other, names));
            }
        }
    }

    private RunFile.Service service(String name, Place place, YamlMap yaml, Set<String> declaredVolumes) {
        NOT_HERE.forEach((key, hint) -> {
            if (yaml.has(key)) {
                problems.add(yaml.place(key), "'" + key + "' is not used in labs", hint);
            }
        });
        Build build = build(yaml);
        RunFile.Service service = new RunFile.Service(
                place,
                name,
                build.context,
                build.dockerfile,
                command(yaml),
                yaml.flag("init", false),
                matching(yaml, "user", USER, "a name or number, and a group behind a colon"),
                environment(yaml),
                volumes(yaml, declaredVolumes),
                tmpfs(yaml),
                mode(yaml, "ipc", Set.of("private", "shareable")),
                mode(yaml, "pid", Set.of()),
                networks(yaml),
                stopGracePeriod(yaml));
        yaml.refuseUnknownKeys();
        return service;
    }

    private Build build(YamlMap yaml) {
        if (!yaml.holdsMap("build")) {
            return new Build(folder(yaml.text("build"), yaml.place("build")), "Dockerfile");
        }
        YamlMap build = yaml.map("build").orElseThrow();
        String context = folder(build.optionalText("context").orElse("."), build.place("context"));
        String dockerfile = folder(build.optionalText("dockerfile").orElse("Dockerfile"), build.place("dockerfile"));
        build.refuseUnknownKeys();
        return new Build(context, dockerfile);
    }

    /** Inside the submission: {@code .}, {@code ./web} and {@code web} are. */
    private String folder(String path, Place place) {
        String plain = path.replaceFirst("^\\./+", "").replaceFirst("/+$", "");
        boolean leaves = plain.startsWith("/") || plain.contains("..") || plain.contains("\\") || plain.contains(":");
        if (leaves) {
            problems.add(place, "'" + path + "' leaves the task's folder", "name it from that folder");
        }
        return plain.equals(".") || leaves ? "" : plain;
    }

    private Optional<List<String>> command(YamlMap yaml) {
        if (yaml.holdsList("command")) {
            return Optional.of(yaml.texts("command").stream().map(this::plain).toList());
        }
        return yaml.optionalText("command").map(line -> Words.split(plain(new YamlText(line, yaml.place("command")))));
    }

    private Map<String, String> environment(YamlMap yaml) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (yaml.holdsList("environment")) {
            for (YamlText entry : yaml.texts("environment")) {
                int equals = entry.text().indexOf('=');
                if (equals < 1) {
                    problems.add(entry.place(), "'" + entry.text() + "' gives no value", "write NAME=value");
                } else {
                    variables.put(
                            entry.text().substring(0, equals),
                            plain(new YamlText(entry.text().substring(equals + 1), entry.place())));
                }
            }
        } else {
            yaml.map("environment")
                    .ifPresent(map -> map.keys()
                            .forEach(key -> variables.put(
                                    key,
                                    plain(new YamlText(map.optionalText(key).orElse(""), map.place(key))))));
        }
        return variables;
    }

    /** Compose would fill in variables of this machine; here there is nothing to fill in. */
    private String plain(YamlText text) {
        if (LONE_DOLLAR.matcher(text.text()).find()) {
            problems.add(
                    text.place(), "'$' would be filled in from this machine", "write the value, or $$ for a dollar");
        }
        return text.text().replace("$$", "$");
    }

    private Map<String, String> volumes(YamlMap yaml, Set<String> declared) {
        Map<String, String> volumes = new LinkedHashMap<>();
        for (YamlText entry : yaml.texts("volumes")) {
            String[] parts = entry.text().split(":", -1);
            if (parts[0].startsWith(".") || parts[0].startsWith("/") || parts[0].startsWith("~")) {
                problems.add(
                        entry.place(),
                        "'" + entry.text() + "' is a folder of this machine, which a container here never sees",
                        "put what it needs into the image, or name a volume");
            } else if (parts.length != 2 || !FOLDER.matcher(parts[1]).matches()) {
                problems.add(entry.place(), "'" + entry.text() + "' is no volume", "write name:/folder");
            } else if (!declared.contains(parts[0])) {
                problems.add(
                        entry.place(),
                        "volume '" + parts[0] + "' is not declared",
                        "add it under 'volumes:' at the end");
            } else {
                volumes.put(parts[0], parts[1]);
            }
        }
        return volumes;
    }

    private Map<String, Integer> tmpfs(YamlMap yaml) {
        Map<String, Integer> folders = new LinkedHashMap<>();
        List<YamlText> entries = yaml.holdsList("tmpfs")
                ? yaml.texts("tmpfs")
                : yaml.optionalText("tmpfs")
                        .map(text -> List.of(new YamlText(text, yaml.place("tmpfs"))))
                        .orElse(List.of());
        for (YamlText entry : entries) {
            Matcher parts = TMPFS.matcher(entry.text());
            if (!parts.matches() || !FOLDER.matcher(parts.group(1)).matches()) {
                problems.add(entry.place(), "'" + entry.text() + "' is no folder", "write /folder or /folder:size=16m");
                continue;
            }
            String size = parts.group(2);
            folders.put(
                    parts.group(1),
                    size == null ? 16 : Math.max(1, Integer.parseInt(size.substring(0, Math.min(6, size.length())))));
        }
        int all = folders.values().stream().mapToInt(Integer::intValue).sum();
        if (all > mostTmpfsMegabytes) {
            problems.add(
                    yaml.place("tmpfs"),
                    "'tmpfs' adds up to " + all + " MB",
                    "at most " + mostTmpfsMegabytes + " MB in all; say it with :size=16m");
        }
        return folders;
    }

    private Optional<String> mode(YamlMap yaml, String key, Set<String> words) {
        Optional<String> mode = yaml.optionalText(key);
        if (mode.isPresent() && !mode.get().startsWith(OTHER) && !words.contains(mode.get())) {
            problems.add(
                    yaml.place(key),
                    "'" + key + ": " + mode.get() + "' is not used in labs",
                    "write " + OTHER + "NAME"
                            + (words.isEmpty() ? "" : ", or " + String.join(" or ", new TreeSet<>(words))));
        }
        return mode;
    }

    private List<String> networks(YamlMap yaml) {
        List<YamlText> networks = yaml.texts("networks");
        for (YamlText network : networks) {
            if (!taskNetworks.contains(network.text())) {
                problems.add(
                        network.place(),
                        "there is no network '" + network.text() + "'",
                        "leave 'networks' out, or use " + String.join(", ", new TreeSet<>(taskNetworks)));
            }
        }
        return networks.stream().map(YamlText::text).toList();
    }

    private Optional<Duration> stopGracePeriod(YamlMap yaml) {
        return matching(yaml, "stop_grace_period", SECONDS, "seconds like 10s")
                .map(text -> SECONDS.matcher(text))
                .filter(Matcher::matches)
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.group(1))));
    }

    private Optional<String> matching(YamlMap yaml, String key, Pattern pattern, String what) {
        @Nullable String text = yaml.optionalText(key).orElse(null);
        if (text != null && !pattern.matcher(text).matches()) {
            problems.add(yaml.place(key), "'" + key + ": " + text + "' is not " + what, "");
        }
        return Optional.ofNullable(text);
    }

    private record Build(String context, String dockerfile) {}
}
