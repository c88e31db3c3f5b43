package dev.lexlab.check.scaffold;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.lab.yaml.YamlText;
import java.util.List;

/**
 * What a new lab is made from.
 *
 * @param headword of its concept
 * @param title of the lab
 * @param grader name of the class, where its checks are Java
 * @param server files of the server's image
 * @param client files of the image that learners work in
 * @param examples files of code that the pages show, in {@code server} or {@code client} for the image they are run in
 */
record Kit(
        String name,
        String headword,
        String title,
        String task,
        String term,
        String grader,
        List<String> server,
        List<String> client,
        List<String> examples,
        List<String> starter,
        List<String> fixtures) {
    /** With recipes of servers of their own. */
    static final List<String> KNOWN = List.of("nginx", "redis");
    /** For every other server. */
    static final String ANY = "server";

    static Kit of(String name, Words words) {
        String file = folder(name) + "kit.yml";
        Problems problems = new Problems();
        Kit kit = Yaml.read(file, words.in(Resources.text(file)), 0, problems)
                .map(yaml -> read(name, yaml))
                .orElseThrow(() -> new IllegalStateException(file + " cannot be read"));
        try {
            problems.throwIfAny();
        } catch (ProblemsFound e) {
            throw new IllegalStateException(e);
        }
        return kit;
    }

    private static Kit read(String name, YamlMap yaml) {
        Kit kit = new Kit(
                name,
                yaml.text("headword"),
                yaml.text("title"),
                yaml.text("task"),
                yaml.text("term"),
                yaml.text("grader"),
                texts(yaml, "server"),
                texts(yaml, "client"),
                texts(yaml, "examples"),
                texts(yaml, "starter"),
                texts(yaml, "fixtures"));
        yaml.refuseUnknownKeys();
        return kit;
    }

    private static List<String> texts(YamlMap yaml, String key) {
        return yaml.texts(key).stream().map(YamlText::text).toList();
    }

    /** One of its files. */
    String text(String path) {
        return Resources.text(folder(name) + path);
    }

    static String folder(String name) {
        return "kits/" + name + "/";
    }
}
