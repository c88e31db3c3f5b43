package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Lines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks a Dockerfile: its instructions, their order where it can matter, and what each of them says. */
final class DockerfileBreakages {
    private static final Pattern WORD = Pattern.compile("(?:\"(?:\\\\.|[^\"\\\\])*\"|'[^']*'|[^\\s\\\\]|\\\\(?!\n))+");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(\"[^\"]*\"|[^\\s]*)");
    private static final Pattern JSON_STRING = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");
    private static final Set<String> STARTING = Set.of("CMD", "ENTRYPOINT");
    /** Of neighbours, the order can matter to the second for what the first has done. */
    private static final Set<String> ORDERED = Set.of(
            "WORKDIR COPY",
            "COPY WORKDIR",
            "WORKDIR RUN",
            "RUN WORKDIR",
            "COPY RUN",
            "RUN COPY",
            "USER RUN",
            "RUN USER",
            "ENV RUN",
            "RUN ENV",
            "ARG RUN",
            "USER WORKDIR",
            "WORKDIR USER");

    private final String text;
    private final Set<String> told;
    private final List<Instruction> instructions;
    private final List<Edit> edits = new ArrayList<>();

    private DockerfileBreakages(String text, Set<String> told) {
        this.text = text;
        this.told = told;
        this.instructions = instructions(text);
    }

    /**
     * Breaks it.
     *
     * @param told names of variables that every container is told anyway
     */
    static List<Edit> of(String text, Set<String> told) {
        DockerfileBreakages breakages = new DockerfileBreakages(text, told);
        for (int i = 0; i < breakages.instructions.size(); i++) {
            breakages.breakInstruction(i);
        }
        return breakages.edits;
    }

    private static List<Instruction> instructions(String text) {
        List<Instruction> instructions = new ArrayList<>();
        List<Line> lines = Lines.of(text);
        for (int i = 0; i < lines.size(); i++) {
            Line first = lines.get(i);
            if (first.isEmpty()) {
                continue;
            }
            while (lines.get(i).content().endsWith("\\") && i + 1 < lines.size()) {
                i++;
            }
            int space = first.from();
            while (space < first.to() && !Character.isWhitespace(text.charAt(space))) {
                space++;
            }
            String keyword = text.substring(first.from(), space).toUpperCase(Locale.ROOT);
            instructions.add(
                    new Instruction(keyword, first.from(), space, lines.get(i).to()));
        }
        return instructions;
    }

    private void breakInstruction(int i) {
        Instruction one = instructions.get(i);
        if (i > 0) {
            if (isDropped(one)) {
                edits.add(Edit.drop(text, one.from(), one.to()));
            }
            swap(instructions.get(i - 1), one);
        }
        switch (one.keyword()) {
            case "FROM" -> breakTag(one);
            case "ENV", "ARG", "LABEL" -> breakPairs(one);
            case "EXPOSE" -> words(one).forEach(word -> edits.addAll(Numbers.step(text, word.from(), word.to())));
            case "WORKDIR" -> words(one).forEach(this::breakFolder);
            case "USER" -> breakUser(one);
            case "COPY", "ADD" -> breakCopy(words(one));
            case "CMD", "ENTRYPOINT" -> breakStart(one);
            case "RUN" -> breakShell(one);
            default -> {}
        }
    }

    private void swap(Instruction first, Instruction second) {
        if (ORDERED.contains(first.keyword() + " " + second.keyword())) {
            String between = text.substring(first.to(), second.from());
            String swapped =
                    text.substring(second.from(), second.to()) + between + text.substring(first.from(), first.to());
            edits.add(new Edit(
                    first.from(), second.to(), swapped, first.keyword() + " and " + second.keyword() + " swapped"));
        }
    }

    /** Of several variables each is left out by itself; a folder that nothing else names is as good as another one. */
    private boolean isDropped(Instruction one) {
        return switch (one.keyword()) {
            case "ENV", "ARG", "LABEL" -> {
                List<String> names = PAIR.matcher(text)
                        .region(one.behindKeyword(), one.to())
                        .results()
                        .map(pair -> pair.group(1))
                        .toList();
                yield names.isEmpty() || (names.size() < 2 && !told.containsAll(names));
            }
            case "WORKDIR" -> words(one).stream().anyMatch(this::isNamedElsewhere);
            default -> true;
        };
    }

    private void breakTag(Instruction from) {
        for (Word word : words(from)) {
            int colon = text.substring(word.from(), word.to()).lastIndexOf(':');
            if (colon >= 0) {
                edits.add(Edit.replace(text, word.from() + colon + 1, word.to(), "other"));
            }
        }
    }

    private void breakPairs(Instruction one) {
        if (one.keyword().equals("ENV") && isDropped(one)) {
            edits.add(Edit.replace(text, one.from(), one.behindKeyword(), "ARG"));
        }
        Matcher pair = PAIR.matcher(text).region(one.behindKeyword(), one.to());
        List<Word> pairs = new ArrayList<>();
        while (pair.find()) {
            if (!told.contains(pair.group(1))) {
                pairs.add(new Word(pair.start(), pair.end()));
            }
            boolean isQuoted = pair.group(2).startsWith("\"");
            int from = pair.start(2) + (isQuoted ? 1 : 0);
            int to = pair.end() - (isQuoted ? 1 : 0);
            if (text.substring(from, to).contains(".") || one.keyword().equals("ARG")) {
                edits.addAll(Values.of(text, from, to)); // a name or a port is a default that somebody replaces
            }
        }
        if (!isDropped(one)) {
            pairs.forEach(word -> edits.add(Edit.drop(text, word.from(), word.to())));
        }
        List<Word> words = words(one);
        if (words.size() == 2
                && !PAIR.matcher(text).region(one.behindKeyword(), one.to()).find()) {
            edits.addAll(Values.of(text, words.get(1).from(), words.get(1).to()));
        }
    }

    private void breakFolder(Word word) {
        if (isNamedElsewhere(word)) {
            edits.addAll(Values.of(text, word.from(), word.to()));
        }
    }

    private boolean isNamedElsewhere(Word word) {
        String folder = text.substring(word.from(), word.to());
        return text.indexOf(folder) < word.from() || text.indexOf(folder, word.to()) >= 0;
    }

    private void breakUser(Instruction user) {
        for (Word word : words(user)) {
            for (String other : List.of("root", "nobody")) {
                edits.add(Edit.replace(text, word.from(), word.to(), other));
            }
        }
    }

    private void breakCopy(List<Word> words) {
        List<Word> sources = words.stream()
                .filter(word -> !text.startsWith("--", word.from()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (Word word : words) {
            if (text.startsWith("--chown", word.from()) || text.startsWith("--from", word.from())) {
                edits.add(Edit.drop(text, word.from(), word.to()));
            }
        }
        if (sources.size() < 2 || text.charAt(sources.get(0).from()) == '[') {
            return;
        }
        Word target = sources.remove(sources.size() - 1);
        if (sources.size() > 1) {
            sources.forEach(word -> edits.add(Edit.drop(text, word.from(), word.to())));
        }
        String path = text.substring(target.from(), target.to());
        String other = path.matches("\\.?/?") ? "./other/" : path.replaceFirst("/?$", "-other$0");
        edits.add(Edit.replace(text, target.from(), target.to(), other));
    }

    private void breakStart(Instruction one) {
        int from = words(one).isEmpty() ? one.to() : words(one).get(0).from();
        if (!text.startsWith("[", from)) {
            breakShell(one);
            dropWords(one);
            edits.add(Edit.replace(text, from, one.to(), inBrackets(one)));
            edits.add(new Edit(one.to(), one.to(), " &", "' &' added to " + one.keyword()));
            return;
        }
        List<Word> strings = new ArrayList<>();
        StringBuilder asShell = new StringBuilder();
        Matcher string = JSON_STRING.matcher(text).region(from, one.to());
        while (string.find()) {
            strings.add(new Word(string.start(), string.end()));
            edits.addAll(Values.of(text, string.start(1), string.end(1)));
            asShell.append(asShell.isEmpty() ? "" : " ").append(string.group(1));
        }
        for (int i = 0; i < strings.size() && strings.size() > 1; i++) {
            Edit dropped = Edit.drop(text, strings.get(i).from(), strings.get(i).to());
            boolean isLast = i + 1 == strings.size();
            edits.add(new Edit(
                    isLast ? strings.get(i - 1).to() : strings.get(i).from(),
                    isLast ? strings.get(i).to() : strings.get(i + 1).from(),
                    "",
                    dropped.says()));
        }
        edits.add(Edit.replace(
                text, from, one.to(), text.substring(from, one.to()).replace('"', '\'')));
        if (isOneOfTwo(one)) {
            edits.add(Edit.replace(text, from, one.to(), asShell.toString()));
        }
    }

    /** A shell with a single command gives its place up to it; between CMD and ENTRYPOINT it loses what one tells the other. */
    private boolean isOneOfTwo(Instruction one) {
        return instructions.stream()
                .anyMatch(other ->
                        STARTING.contains(other.keyword()) && !other.keyword().equals(one.keyword()));
    }

    private void breakShell(Instruction one) {
        String command = text.substring(one.behindKeyword(), one.to());
        ShellBreakages.of(command).stream()
                .filter(edit ->
                        !STARTING.contains(one.keyword()) || !edit.with().equals(":"))
                .forEach(edit -> edits.add(edit.shifted(one.behindKeyword())));
    }

    private void dropWords(Instruction one) {
        for (Word word : words(one)) {
            if (!text.substring(word.from(), word.to()).equals("exec")) {
                edits.add(Edit.drop(text, word.from(), word.to()));
            }
        }
    }

    /** The words of a command as a list: no shell looks at them any more. */
    private String inBrackets(Instruction one) {
        return words(one).stream()
                .map(word -> text.substring(word.from(), word.to()))
                .filter(word -> !word.equals("exec"))
                .map(word ->
                        word.length() > 1 && word.startsWith("\"") && word.endsWith("\"") ? word : "\"" + word + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private List<Word> words(Instruction one) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text).region(one.behindKeyword(), one.to());
        while (word.find()) {
            words.add(new Word(word.start(), word.end()));
        }
        return words;
    }

    /**
     * An instruction with the lines it goes on in.
     *
     * @param behindKeyword where what it says begins
     */
    private record Instruction(String keyword, int from, int behindKeyword, int to) {}

    private record Word(int from, int to) {}
}
