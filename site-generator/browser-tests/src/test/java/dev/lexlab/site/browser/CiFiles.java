package dev.lexlab.site.browser;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the files for CI hosts say, step by step in their order. Keys that say when and where, and not what, are passed over;
 * anything else that this reader does not know is an error, so that no step is overlooked.
 */
final class CiFiles {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
    private static final Set<String> JOB =
            Set.of("runs-on", "timeout-minutes", "needs", "permissions", "environment", "steps", "env", "defaults");
    private static final Set<String> STEP = Set.of("id", "if", "uses", "with", "run", "env");
    private static final Set<String> GITLAB_JOB =
            Set.of("tags", "script", "variables", "artifacts", "rules", "before_script", "image");

    private final Map<String, String> expressions;

    /**
     * @param expressions what the host puts in place of an expression
     */
    CiFiles(Map<String, String> expressions) {
        this.expressions = Map.copyOf(expressions);
    }

    /** A workflow of GitHub's. */
    List<CiStep> github(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".yml", "");
        List<CiStep> steps = new ArrayList<>();
        Map<?, ?> workflow = map(load(file));
        for (Map.Entry<?, ?> entry : map(workflow.get("jobs")).entrySet()) {
            Map<?, ?> job = map(entry.getValue());
            String jobName = name + "/" + entry.getKey();
            refuseUnknown(jobName, job, JOB);
            Map<?, ?> defaults = map(map(job.get("defaults")).get("run"));
            String folder = String.valueOf(Optional.<Object>ofNullable(defaults.get("working-directory"))
                    .orElse(""));
            for (Object element : list(job.get("steps"))) {
                Map<?, ?> step = map(element);
                refuseUnknown(jobName, step, STEP);
                if (step.containsKey("if") && !"always()".equals(step.get("if"))) {
                    throw new IllegalStateException(jobName + ": nobody knows whether " + step.get("if"));
                }
                Map<String, String> environment = new HashMap<>(texts(workflow.get("env")));
                environment.putAll(texts(job.get("env")));
                environment.putAll(texts(step.get("env")));
                steps.add(new CiStep(
                        jobName,
                        text(step.get("run")),
                        text(step.get("uses")),
                        texts(step.get("with")),
                        environment,
                        folder));
            }
        }
        return List.copyOf(steps);
    }

    /** The jobs of GitLab's file: a step for each line, those before every script first, and one that keeps the artifacts. */
    List<CiStep> gitlab(Path file) throws IOException {
        List<CiStep> steps = new ArrayList<>();
        Map<?, ?> all = map(load(file));
        List<?> before = list(map(all.get("default")).get("before_script"));
        for (Map.Entry<?, ?> entry : all.entrySet()) {
            if (entry.getKey().equals("default")) {
                continue;
            }
            Map<?, ?> job = map(entry.getValue());
            String jobName = "gitlab/" + entry.getKey();
            refuseUnknown(jobName, job, GITLAB_JOB);
            List<Object> lines = new ArrayList<>(before);
            lines.addAll(list(job.get("script")));
            Map<String, String> variables = texts(job.get("variables"));
            for (Object line : lines) {
                steps.add(new CiStep(jobName, text(line), Optional.empty(), Map.of(), variables, ""));
            }
            for (Object path : list(map(job.get("artifacts")).get("paths"))) {
                steps.add(new CiStep(
                        jobName, Optional.empty(), Optional.of("artifacts"), Map.of("path", "" + path), variables, ""));
            }
        }
        return List.copyOf(steps);
    }

    private static Object load(Path file) throws IOException {
        return new Load(LoadSettings.builder().setLabel(file.toString()).build())
                .loadFromString(Files.readString(file));
    }

    private static void refuseUnknown(String where, Map<?, ?> map, Set<String> known) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new IllegalStateException(where + " has a key that this test does not know: " + key);
            }
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(text -> evaluated(String.valueOf(text)));
    }

    private Map<String, String> texts(@Nullable Object value) {
        return map(value).entrySet().stream()
                .collect(toMap(entry -> "" + entry.getKey(), entry -> evaluated("" + entry.getValue())));
    }

    private String evaluated(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Optional.ofNullable(expressions.get(found.group(1)))
                        .orElseThrow(() -> new IllegalStateException("nobody knows the expression " + found.group()))));
    }
}
