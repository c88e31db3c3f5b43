package dev.lexlab.check.environment;

import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import dev.lexlab.check.author.SubmittedFile;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** One database, as the learner's role sees it. */
final class LearnerDatabase implements Postgres, LockWatch {
    private final PostgresServer server;
    private final Activity activity;
    private final Supplier<Connection> connections;
    private final Map<String, JdbcSession> sessions = new ConcurrentSkipListMap<>();

    LearnerDatabase(PostgresServer server, Activity activity, Supplier<Connection> connections) {
        this.server = server;
        this.activity = activity;
        this.connections = connections;
    }

    @Override
    public void apply(SubmittedFile file) {
        JdbcSession own = open("of " + file.path());
        new ScriptRunner(own.connection(), activity, () -> hasEnded(own.processId())).run(file);
        sessions.remove("of " + file.path());
        own.close();
    }

    @Override
    public Session session() {
        return session("A");
    }

    @Override
    public Session session(String name) {
        JdbcSession known = sessions.get(name);
        return known == null ? open(name) : known;
    }

    void endSessions() {
        sessions.values().forEach(JdbcSession::close);
        sessions.clear();
    }

    private JdbcSession open(String name) {
        activity.awaits("a connection for session " + name);
        JdbcSession session = new JdbcSession(name, connections.get(), activity, this);
        sessions.put(name, session);
        activity.awaitsNothing();
        return session;
    }

    @Override
    public boolean isBlocked(int processId) {
        List<Integer> ours =
                sessions.values().stream().map(JdbcSession::processId).toList();
        return server.isBlocked(processId, ours);
    }

    @Override
    public boolean hasEnded(int processId) {
        return server.hasEnded(processId);
    }
}
