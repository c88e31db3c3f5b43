package dev.lexlab.check.environment;

import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import dev.lexlab.check.author.SubmittedFile;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One database, as the learner's role sees it, and, where a check asks for it, as a colleague does. */
final class LearnerDatabase implements Postgres, LockWatch {
    private final PostgresServer server;
    private final Activity activity;
    private final Supplier<Connection> connections;
    private final Supplier<Connection> colleagues;
    private final Supplier<Connection> others;
    /** Beside those of the learner's role, whose names are free. */
    private volatile @Nullable JdbcSession colleague;

    private final Map<String, JdbcSession> sessions = new ConcurrentSkipListMap<>();
    private final Map<String, JdbcSession> elsewhere = new ConcurrentSkipListMap<>();

    /**
     * One that nobody is connected to yet.
     *
     * @param connections as the learner's role
     * @param colleagues as another plain role
     * @param others as the learner's role, to another database
     */
    LearnerDatabase(
            PostgresServer server,
            Activity activity,
            Supplier<Connection> connections,
            Supplier<Connection> colleagues,
            Supplier<Connection> others) {
        this.server = server;
        this.activity = activity;
        this.connections = connections;
        this.colleagues = colleagues;
        this.others = others;
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

    @Override
    public Session colleague() {
        JdbcSession known = colleague;
        if (known != null) {
            return known;
        }
        JdbcSession session = connect("of the colleague", colleagues);
        colleague = session;
        return session;
    }

    @Override
    public Session elsewhere(String name) {
        JdbcSession known = elsewhere.get(name);
        if (known != null) {
            return known;
        }
        JdbcSession session = connect(name, others);
        elsewhere.put(name, session);
        return session;
    }

    void endSessions() {
        all().forEach(JdbcSession::close);
        sessions.clear();
        elsewhere.clear();
        colleague = null;
    }

    private JdbcSession open(String name) {
        JdbcSession session = connect(name, connections);
        sessions.put(name, session);
        return session;
    }

    private JdbcSession connect(String name, Supplier<Connection> as) {
        activity.awaits("a connection for session " + name);
        JdbcSession session = new JdbcSession(name, as.get(), activity, this);
        activity.awaitsNothing();
        return session;
    }

    @Override
    public boolean isBlocked(int processId) {
        return server.isBlocked(
                processId, all().stream().map(JdbcSession::processId).toList());
    }

    private List<JdbcSession> all() {
        List<JdbcSession> all = new ArrayList<>(sessions.values());
        all.addAll(elsewhere.values());
        JdbcSession other = colleague;
        if (other != null) {
            all.add(other);
        }
        return all;
    }

    @Override
    public boolean hasEnded(int processId) {
        return server.hasEnded(processId);
    }
}
