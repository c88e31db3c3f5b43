package dev.lexlab.check.run;

import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import dev.lexlab.check.author.SubmittedFile;
import dev.lexlab.check.environment.Environment;
import java.util.ArrayList;
import java.util.List;

/** Has no server; notes what it is asked for. */
final class NotedEnvironment implements Environment {
    final List<String> notes = new ArrayList<>();
    boolean well = true;

    @Override
    public Postgres unprepared() {
        return noted("unprepared");
    }

    @Override
    public Postgres fresh() {
        return noted("fresh");
    }

    @Override
    public Postgres same() {
        return noted("same");
    }

    @Override
    public Stuck cutOff() {
        return new Stuck("a note", "nothing yet");
    }

    @Override
    public boolean isWell() {
        return well;
    }

    @Override
    public void close() {
        notes.add("close");
    }

    private Postgres noted(String what) {
        notes.add(what);
        return new Postgres() {
            @Override
            public void apply(SubmittedFile file) {
                throw new AssertionError("graders of these tests only ask which database they get");
            }

            @Override
            public Session session() {
                throw new AssertionError("graders of these tests only ask which database they get");
            }

            @Override
            public Session session(String name) {
                throw new AssertionError("graders of these tests only ask which database they get");
            }
        };
    }
}
