package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Tokens.Range;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a right file has from the starter as it is, and so is nobody's solution: statements of SQL, whatever comments and spaces
 * stand in them. Of files of other kinds nothing; their lines say too little by themselves.
 */
final class Given {
    private final List<Statement> statements;

    private Given(List<Statement> statements) {
        this.statements = statements;
    }

    /**
     * Compares the two.
     *
     * @param starter the starter's file of that name, if there is one
     */
    static Given of(String name, String text, Optional<String> starter) {
        if (starter.isEmpty() || !name.toLowerCase(Locale.ROOT).endsWith(".sql")) {
            return new Given(List.of());
        }
        Set<List<String>> known =
                statements(starter.get()).stream().map(Statement::words).collect(Collectors.toSet());
        return new Given(statements(text).stream()
                .filter(statement -> known.contains(statement.words()))
                .toList());
    }

    /** Whether an edit leaves all as it is but what is given. */
    boolean holds(Edit edit) {
        return statements.stream()
                .anyMatch(statement -> statement.from() <= edit.from() && edit.to() <= statement.to());
    }

    private static List<Statement> statements(String text) {
        Tokens tokens = SqlLexer.tokens(text);
        return tokens.separated(0, tokens.size(), ";").stream()
                .map(range -> statement(tokens, range))
                .toList();
    }

    private static Statement statement(Tokens tokens, Range range) {
        int last = tokens.is(range.last() + 1, ";") ? range.last() + 1 : range.last();
        List<String> words = IntStream.rangeClosed(range.first(), range.last())
                .mapToObj(i -> tokens.get(i).text())
                .toList();
        return new Statement(tokens.from(range.first()), tokens.to(last), words);
    }

    private record Statement(int from, int to, List<String> words) {}
}
