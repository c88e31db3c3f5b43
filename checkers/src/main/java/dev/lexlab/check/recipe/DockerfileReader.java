package dev.lexlab.check.recipe;

import dev.lexlab.check.recipe.Dockerfile.Instruction;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Dockerfile by allow-list: building one is running its author's programs on this machine's engine. The format is
 * https://docs.docker.com/reference/dockerfile/, without what only BuildKit understands, so that it builds on every engine.
 */
public final class DockerfileReader {
    private static final String PREFIX = "lexlab/";
    private static final Pattern DIRECTIVE =
            Pattern.compile("^#\\s*(syntax|escape|check)\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTRUCTION = Pattern.compile("^\\s*(\\S+)\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern REMOTE = Pattern.compile("(?i)^(https?|ftp|git|ssh)(://|@)|\\.git(#.*)?$");

    private static final String OURS = "lexlab.";
    /** A label's name, and its value: behind an equals sign, or, in the old form, all the rest. */
    private static final Pattern LABEL = Pattern.compile(
            "(\"(?:\\\\.|[^\"\\\\])*\"|[^\\s=\"]+)(?:=(?:\"(?:\\\\.|[^\"\\\\])*\"|'[^']*'|\\\\.|[^\\s\"'])*|\\s.*)");

    private static final Set<String> ALLOWED = Set.of(
            "FROM",
            "COPY",
            "ADD",
            "RUN",
            "ENV",
            "ARG",
            "WORKDIR",
            "USER",
            "EXPOSE",
            "CMD",
            "ENTRYPOINT",
            "LABEL",
            "STOPSIGNAL",
            "SHELL");
    private static final Map<String, String> NOT_HERE = Map.of(
            "VOLUME", "name volumes in run.yml, where everybody sees them",
            "ONBUILD", "write the instruction where it is carried out",
            "HEALTHCHECK", "leave it out: the checks ask from outside",
            "MAINTAINER", "use LABEL");

    private final String file;
    private final Map<String, String> bases;
    private final Problems problems;
    private final Set<String> stages = new HashSet<>();
    private int stageCount;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<String> text = new ArrayList<>();

    private DockerfileReader(String file, Map<String, String> bases, Problems problems) {
        this.file = file;
        this.bases = bases;
        this.problems = problems;
    }

    /**
     * Reads one.
     *
     * @param file its name in messages
     * @param bases names of images it may begin with, to their exact tags
     * @param problems gets what is not allowed, all at once; then the result must not be built
     */
    public static Dockerfile read(String file, String text, Map<String, String> bases, Problems problems) {
        DockerfileReader reader = new DockerfileReader(file, bases, problems);
        reader.readAll(text.lines().toList());
        return new Dockerfile(String.join("\n", reader.text) + "\n", reader.instructions);
    }

    private void readAll(List<String> all) {
        int at = 0;
        while (at < all.size()) {
            String line = all.get(at);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                refuseDirective(line, at + 1);
                text.add(line);
                at++;
            } else {
                at = readInstruction(all, at);
            }
        }
        if (instructions.isEmpty()) {
            problems.add(Place.of(file), "there is no instruction in it", "begin with FROM " + baseNames());
        }
    }

    /** An instruction goes on behind a backslash; comments in between are no part of it. */
    private int readInstruction(List<String> all, int first) {
        StringBuilder whole = new StringBuilder();
        int at = first;
        boolean goesOn = true;
        while (goesOn && at < all.size()) {
            String line = all.get(at);
            if (at == first || !(line.isBlank() || line.stripLeading().startsWith("#"))) {
                String content = line.stripTrailing();
                goesOn = content.endsWith("\\");
                whole.append(goesOn ? content.substring(0, content.length() - 1) : content)
                        .append(' ');
            }
            text.add(line);
            at++;
        }
        instruction(whole.toString().strip(), first, at);
        return at;
    }

    private void instruction(String whole, int index, int lastLine) {
        Matcher parts = INSTRUCTION.matcher(whole);
        if (!parts.matches()) {
            return;
        }
        String name = parts.group(1).toUpperCase(Locale.ROOT);
        String arguments = parts.group(2).strip();
        Place place = new Place(file, index + 1, 1);
        if (!ALLOWED.contains(name)) {
            String hint = NOT_HERE.getOrDefault(name, DidYouMean.hint(name, ALLOWED));
            String what =
                    NOT_HERE.containsKey(name) ? name + " is not used in labs" : "there is no instruction " + name;
            problems.add(place, what, hint);
            return;
        }
        if (instructions.isEmpty() && !name.equals("FROM")) {
            problems.add(place, "the first instruction is " + name, "begin with FROM " + baseNames());
        }
        instructions.add(new Instruction(index + 1, lastLine, name));
        switch (name) {
            case "FROM" -> from(arguments, index, place);
            case "COPY", "ADD" -> copy(name, arguments, place);
            case "RUN" -> run(arguments, place);
            case "LABEL" -> label(arguments, place);
            default -> {
                // settings of the image, which ask for nothing of the engine
            }
        }
    }

    private void from(String arguments, int index, Place place) {
        String[] words = arguments.split("\\s+", -1);
        String base = words[0].endsWith(":latest") ? words[0].substring(0, words[0].length() - 7) : words[0];
        String exact = base.startsWith(PREFIX) ? bases.get(base.substring(PREFIX.length())) : null;
        if (exact != null) {
            // The first occurrence behind the instruction's name, which is no part of an image's.
            text.set(index, text.get(index).replaceFirst(Pattern.quote(words[0]), Matcher.quoteReplacement(exact)));
            if (!text.get(index).contains(exact)) {
                problems.add(place, "the image's name stands on another line than FROM", "write both on one line");
            }
        } else if (!stages.contains(base)) {
            problems.add(place, "an image cannot begin with '" + words[0] + "' here", "begin with " + baseNames());
        }
        if (words.length == 3 && words[1].equalsIgnoreCase("AS")) {
            stages.add(words[2]);
        } else if (words.length != 1) {
            problems.add(place, "FROM takes an image, and AS with a name", "write FROM " + baseNames());
        }
        stages.add(Integer.toString(stageCount++));
    }

    private void copy(String name, String arguments, Place place) {
        refuseHereDocument(name, arguments, place);
        for (String word : arguments.split("\\s+", -1)) {
            if (word.startsWith("--from=")) {
                String stage = word.substring("--from=".length());
                if (!stages.contains(stage)) {
                    problems.add(place, "there is no stage '" + stage + "' above", "name one with FROM … AS " + stage);
                }
            } else if (word.startsWith("--") && !word.startsWith("--chown=")) {
                problems.add(place, name + " " + word + " is not used in labs", "--chown and --from are");
            } else if (name.equals("ADD") && REMOTE.matcher(word).find()) {
                problems.add(place, "ADD of a remote address: a build has no network here", "put the file beside it");
            }
        }
    }

    private void run(String arguments, Place place) {
        refuseHereDocument("RUN", arguments, place);
        if (arguments.startsWith("--")) {
            problems.add(
                    place,
                    "RUN " + arguments.split("\\s+", -1)[0] + " is not used in labs",
                    "write the command alone; a build has no network and no mounts here");
        }
    }

    /** By our labels a run knows what it made, and takes away nothing else. */
    private void label(String arguments, Place place) {
        Matcher pairs = LABEL.matcher(arguments);
        while (pairs.find()) {
            String name = pairs.group(1);
            if (name.contains("$")) {
                problems.add(place, "the label's name " + name + " is a variable", "write the name itself");
            } else if (name.replaceAll("[\"'\\\\]", "").startsWith(OURS)) {
                problems.add(place, "labels that begin with '" + OURS + "' are Lexlab's own", "call it something else");
            }
        }
    }

    private void refuseHereDocument(String name, String arguments, Place place) {
        if (arguments.contains("<<")) {
            problems.add(
                    place, name + " with a here-document is not used in labs", "put the text into a file and COPY it");
        }
    }

    private void refuseDirective(String line, int number) {
        if (instructions.isEmpty() && DIRECTIVE.matcher(line.strip()).find()) {
            problems.add(
                    new Place(file, number, 1),
                    "this comment would change who reads the file",
                    "leave it out, or begin the comment with another word");
        }
    }

    private String baseNames() {
        return bases.keySet().stream()
                .sorted()
                .map(base -> PREFIX + base)
                .reduce((a, b) -> a + " or " + b)
                .orElse("…");
    }
}
