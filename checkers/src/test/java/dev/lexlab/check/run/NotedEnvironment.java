package dev.lexlab.check.run;

import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import dev.lexlab.check.author.SubmittedFile;
import dev.lexlab.check.environment.Ailment;
import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Has no server; notes what it is asked for. */
final class NotedEnvironment implements Environment {
    final List<String> notes = new ArrayList<>();
    boolean well = true;
    boolean copied = true;

    @Override
    public boolean isCopied() {
        return copied;
    }

    @Override
    public Map<Wanted, Object> provide(State state, Set<Wanted> wanted) {
        if (!wanted.isEmpty()) {
            notes.add(state.name().toLowerCase(Locale.ROOT));
        }
        return wanted.stream().collect(Collectors.toMap(one -> one, one -> database()));
    }

    @Override
    public Opened open(boolean isPrepared) {
        return new Opened(Optional.empty(), List.of(), List.of());
    }

    @Override
    public Stuck cutOff() {
        return new Stuck("a note", "nothing yet");
    }

    @Override
    public Optional<Ailment> ailment() {
        return well ? Optional.empty() : Optional.of(new Ailment("the server is gone", "check again"));
    }

    @Override
    public void close() {
        notes.add("close");
    }

    private static Postgres database() {
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

            @Override
            public Session colleague() {
                throw new AssertionError("graders of these tests only ask which database they get");
            }

            @Override
            public Session elsewhere(String name) {
                throw new AssertionError("graders of these tests only ask which database they get");
            }
        };
    }
}
