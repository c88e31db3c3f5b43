package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Psql;
import dev.lexlab.check.author.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line for a shell that brings sessions into the same situation and then asks. Each of them is a psql that keeps its
 * connection until its input ends; it calls itself by its name in the scene.
 */
final class Replay {
    private static final String AS = "on=$(mktemp); as() { (echo \"$2\"; while [ -e $on ]; do sleep 0.1; done)"
            + " | PGAPPNAME=$1 psql -qX >/dev/null 2>&1 & all=\"$all $!\"; sleep 0.4; }";
    /** Without their file the sessions get no more input; whoever is busy or waits is told to stop. */
    private static final String END = "rm $on; kill -INT $all 2>/dev/null; wait";

    private static final String WHILE_ASKED = "SELECT pg_sleep(60)";

    private final List<String> commands = new ArrayList<>();

    Replay() {
        commands.add(AS);
    }

    static Replay of(Scene scene) {
        Replay replay = new Replay().first(scene.given().stream());
        scene.parts().forEach(replay::as);
        return replay;
    }

    Replay first(Stream<String> statements) {
        return then(statements.toArray(String[]::new));
    }

    Replay then(String... statements) {
        commands.add(Psql.command(statements).replaceFirst("^psql", "psql -qX"));
        return this;
    }

    Replay as(Part part) {
        StringBuilder text = new StringBuilder();
        Stream.concat(part.done().stream(), Stream.of(part.doing()))
                .filter(statement -> !statement.isEmpty())
                .forEach(statement -> text.append(text.isEmpty() ? "" : " ")
                        .append(statement.replace(Part.LONG_STATEMENT, WHILE_ASKED))
                        .append(';'));
        commands.add(Shell.words("as", part.name(), text.toString()));
        return this;
    }

    Replay pause() {
        commands.add("sleep 1");
        return this;
    }

    String asking(String question) {
        commands.add(Psql.command(question));
        commands.add(END);
        return String.join("; ", commands);
    }
}
