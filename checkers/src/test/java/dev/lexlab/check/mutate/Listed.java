package dev.lexlab.check.mutate;

import java.util.List;

/** Breakages as a test names them. */
final class Listed {

    private Listed() {}

    /** Each as its line's number and what it says. */
    static List<String> of(String file, String text) {
        return Breakages.of(file, text).stream()
                .map(edit -> edit.line(text) + ": " + edit.says())
                .toList();
    }

    /** What a text becomes, for each of them. */
    static List<String> results(String file, String text) {
        return Breakages.of(file, text).stream().map(edit -> edit.in(text)).toList();
    }
}
