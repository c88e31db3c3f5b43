package dev.lexlab.graders.postgres.recovery;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.author.Ran;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a database holds at one moment, told by its server.
 *
 * @param tables name to {@code rows, hash over all of them}; a table that is not there is not in it
 * @param sequences name to the latest number that was given
 * @param trouble what the server said where it could not be asked, or empty
 */
record Snapshot(Map<String, String> tables, Map<String, String> sequences, String trouble) {

    private static final String NEXT = "== snapshot";

    Snapshot {
        tables = Map.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    static Snapshot of(Books books, Host host) {
        return parse(host.ask(books.database(), script(books)));
    }

    /** For psql, between what a history does. */
    static String script(Books books) {
        StringBuilder script = new StringBuilder("\\echo " + NEXT + "\n");
        for (String table : List.of(books.staysTable(), books.notesTable())) {
            script.append("SELECT 'rows', ")
                    .append(Names.text(table))
                    .append(", count(*), coalesce(md5(string_agg(t::text, chr(10) ORDER BY id)), '-') FROM ")
                    .append(table)
                    .append(" AS t;\n");
        }
        return script.append("SELECT 'last', format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences"
                        + " ORDER BY 2;\n")
                .toString();
    }

    /** All that a history with {@link #script} in it told. */
    static List<Snapshot> all(String told) {
        return Stream.of(told.split(NEXT + "\n"))
                .skip(1)
                .map(part -> parse(new Ran("", 0, part, "")))
                .toList();
    }

    static Snapshot parse(Ran ran) {
        Map<String, String> tables = new LinkedHashMap<>();
        Map<String, String> sequences = new LinkedHashMap<>();
        ran.out().lines().map(line -> line.split("\t", -1)).forEach(fields -> {
            if (fields.length == 4 && fields[0].equals("rows")) {
                tables.put(fields[1], fields[2] + " rows, hash " + fields[3]);
            } else if (fields.length == 3 && fields[0].equals("last")) {
                sequences.put(fields[1], fields[2]);
            }
        });
        return new Snapshot(tables, sequences, ran.err().strip());
    }

    boolean hasRowsOf(Snapshot other) {
        return tables.equals(other.tables);
    }

    boolean lacksTableOf(Snapshot other) {
        return other.tables.keySet().stream().anyMatch(table -> !tables.containsKey(table));
    }

    /** The first sequence that does not go on as in the other, if any. */
    Optional<String> sequenceUnlike(Snapshot other) {
        return other.sequences.keySet().stream()
                .sorted()
                .filter(name -> !Objects.equals(sequences.get(name), other.sequences.get(name)))
                .findFirst();
    }

    String lastOf(String sequence) {
        String last = sequences.get(sequence);
        return last == null ? "there is no such sequence" : last.isEmpty() ? "no number was given yet" : last;
    }

    String rowsInWords() {
        String words = tables.keySet().stream()
                .sorted()
                .map(table -> table + ": " + tables.get(table))
                .collect(joining("; "));
        return words.isEmpty() ? (trouble.isEmpty() ? "none of the tables" : trouble) : words;
    }
}
