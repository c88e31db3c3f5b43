package dev.lexlab.check.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The door to a course of one's own. */
public final class NewSite {
    private static final String BESIDE = "../lexlab/lexlab";
    /** Beside the launcher; editors that know YAML read it. */
    private static final String SCHEMA = "site-generator/src/main/resources/dev/lexlab/site/parse/site.schema.json";

    private NewSite() {}

    /**
     * Makes one.
     *
     * @param folder empty, or not there
     * @param launcher the {@code lexlab} that is running; empty where nobody knows
     * @throws Refused where something is in the folder already
     */
    public static Made make(Path folder, Optional<String> title, Optional<Path> launcher) throws Refused, IOException {
        Path root = folder.toAbsolutePath().normalize();
        refuseWhatIsThere(root, folder);
        String name = title.orElseGet(() -> Slugs.spelled(
                root.getFileName() == null ? "course" : root.getFileName().toString()));
        Words words = new Words()
                .put("title", name.replaceAll("\\s+", " "))
                .put("title-yaml", Words.yaml(name))
                .put("launcher", launcher.map(path -> relative(root, path)).orElse(BESIDE))
                .put("schema", launcher.map(path -> schemaLine(root, path)).orElse(""));
        Files.createDirectories(root);
        NewFiles files = new NewFiles(root);
        files.add("README.md", words.in(Resources.text("site/README.md")));
        files.add(".gitignore", Resources.text("site/gitignore"));
        files.add("lexlab", words.in(Resources.text("site/lexlab")));
        files.add("content/site.yml", words.in(Resources.text("site/site.yml")));
        files.add("content/sources.yml", Resources.text("site/sources.yml"));
        files.add("content/client-and-server/index.md", Resources.text("site/index.md"));
        files.add("content/client-and-server/terms/port.md", Resources.text("site/port.md"));
        files.write();
        return new Made(
                files.paths(),
                List.of(),
                List.of("cd " + folder, "./lexlab serve", "./lexlab new lab redis --service redis"));
    }

    /** A repository that was just made may be there. */
    private static void refuseWhatIsThere(Path root, Path shown) throws Refused, IOException {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new Refused("'" + shown + "' is no folder");
        }
        try (Stream<Path> children = Files.list(root)) {
            List<String> there = children.map(child -> child.getFileName().toString())
                    .filter(name -> !name.equals(".git"))
                    .sorted()
                    .toList();
            if (!there.isEmpty()) {
                throw new Refused("folder '" + shown + "' is not empty: " + there.get(0)
                        + (there.size() > 1 ? " and " + (there.size() - 1) + " more" : "") + "; name another one");
            }
        }
    }

    /** A comment by which editors find the schema; nothing where it is not there, as an editor would complain of that. */
    private static String schemaLine(Path root, Path launcher) {
        Path schema = launcher.toAbsolutePath().resolveSibling(SCHEMA);
        return Files.isRegularFile(schema)
                ? "# yaml-language-server: $schema=" + relative(root.resolve("content"), schema) + "\n"
                : "";
    }

    private static String relative(Path root, Path launcher) {
        return root.relativize(launcher.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
