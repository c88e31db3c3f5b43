package dev.lexlab.check.declared;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.author.Ran;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a command's end and its output are to be like. */
record Expectation(
        Exit exit,
        Optional<Template> equal,
        List<Template> contains,
        List<Template> absent,
        Optional<Template> matches) {

    Expectation {
        contains = List.copyOf(contains);
        absent = List.copyOf(absent);
    }

    static Expectation success() {
        return new Expectation(Exit.of(0), Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    boolean isMetBy(Ran ran, Map<String, String> drawn) {
        String out = ran.out();
        return exit.isMetBy(ran.exitCode())
                && equal.map(text -> withoutEnd(out).equals(withoutEnd(text.fill(drawn))))
                        .orElse(true)
                && contains.stream().allMatch(text -> out.contains(text.fill(drawn)))
                && absent.stream().noneMatch(text -> out.contains(text.fill(drawn)))
                && matches.map(regex -> Pattern.compile(regex.fill(drawn), Pattern.MULTILINE)
                                .matcher(out)
                                .find())
                        .orElse(true);
    }

    boolean looksAtOutput() {
        return equal.isPresent() || matches.isPresent() || !contains.isEmpty() || !absent.isEmpty();
    }

    String inWords(Map<String, String> drawn) {
        List<String> parts = new ArrayList<>();
        equal.ifPresent(text -> {
            String wanted = withoutEnd(text.fill(drawn));
            parts.add(wanted.isEmpty() ? "no output" : "the output: " + wanted);
        });
        if (!contains.isEmpty()) {
            parts.add("an output that holds: " + list(contains, drawn));
        }
        matches.ifPresent(regex -> parts.add("an output that fits: " + regex.fill(drawn)));
        if (!absent.isEmpty()) {
            parts.add("an output without: " + list(absent, drawn));
        }
        if (parts.isEmpty() || !exit.equals(Exit.of(0))) {
            exit.inWords().ifPresent(words -> parts.add(0, words));
        }
        return String.join("; ", parts);
    }

    private static String list(List<Template> texts, Map<String, String> drawn) {
        return texts.stream().map(text -> text.fill(drawn)).collect(joining(", "));
    }

    /** As {@code $(…)} of a shell has it. */
    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    Stream<Template> templates() {
        return Stream.of(equal.stream(), contains.stream(), absent.stream(), matches.stream())
                .flatMap(texts -> texts);
    }

    /** Which ends are fine. */
    record Exit(boolean isAny, boolean isNotZero, int code) {
        static final Exit ANY = new Exit(true, false, 0);
        static final Exit NOT_ZERO = new Exit(false, true, 0);

        static Exit of(int code) {
            return new Exit(false, false, code);
        }

        boolean isMetBy(int exitCode) {
            return isAny || (isNotZero ? exitCode != 0 : exitCode == code);
        }

        Optional<String> inWords() {
            if (isAny) {
                return Optional.empty();
            }
            return Optional.of(isNotZero ? "an exit code that is not 0" : "exit code " + code);
        }
    }
}
