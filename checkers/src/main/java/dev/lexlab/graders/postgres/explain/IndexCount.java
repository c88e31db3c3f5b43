package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Psql;
import java.util.List;
import java.util.stream.Collectors;

/** Each index is paid for at every write, so there are not to be many. */
final class IndexCount {
    private static final int MOST = 3;
    private static final int MOST_SHOWN = 20;

    /** The two that were there end in _pkey. */
    private static final String LIST =
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%\\_pkey'";

    private IndexCount() {}

    static void check(List<Index> indexes) {
        if (indexes.size() > MOST) {
            String shown =
                    indexes.stream().limit(MOST_SHOWN).map(Index::definition).collect(Collectors.joining("\n"));
            throw Failure.of("there are " + indexes.size() + " indexes besides the primary keys")
                    .expected("at most " + MOST)
                    .seen(shown + (indexes.size() > MOST_SHOWN ? "\nand more" : ""))
                    .diagnose("too-many")
                    .reproduce(Psql.command(LIST));
        }
    }
}
