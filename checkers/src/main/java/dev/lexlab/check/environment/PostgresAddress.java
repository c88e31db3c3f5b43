package dev.lexlab.check.environment;

import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.service.ServiceDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.util.PGPropertyMaxResultBufferParser;

/**
 * Where a server is reached, and as whom the grader reaches it.
 *
 * @param administrator a superuser that no learner's code ever learns of
 */
public record PostgresAddress(String host, int port, String administrator, String password) {
    private static final int NOBODY_LISTENS = 1;
    private static final int CONNECT_SECONDS = 10;
    private static final int MOST_BYTES_OF_AN_ANSWER = 64 << 20;

    static PostgresAddress of(RunningServer server) {
        ServiceDefinition.Account account = account(server.service());
        return new PostgresAddress(server.host(), server.port(Servers.POSTGRES), account.user(), server.password());
    }

    static PostgresAddress of(EmbeddedPostgres server) {
        return new PostgresAddress(server.host(), server.port(), server.administrator(), server.password());
    }

    static ServiceDefinition.Account account(ServiceDefinition image) {
        return image.account()
                .orElseThrow(() -> new CannotGrade(
                        "image '" + image.name() + "' has no account for the grader",
                        "add 'account:' to its service.yml"));
    }

    /**
     * Loads, while a server is still starting, what the first connection needs: most of its time goes there. The driver
     * reads its limit of an answer with the help of the JDK's management classes, which alone take a fifth of a second.
     */
    static void loadDriver() {
        try {
            PGPropertyMaxResultBufferParser.parseProperty(Integer.toString(MOST_BYTES_OF_AN_ANSWER));
            new PostgresAddress("127.0.0.1", NOBODY_LISTENS, "nobody", "")
                    .administer()
                    .close();
        } catch (SQLException e) {
            // as it should be: nobody was there
        }
    }

    /** As the administrator; whatever a database's owner has set for it, names mean the system's. */
    Connection administer() throws SQLException {
        Properties properties = properties(administrator, password);
        properties.setProperty("options", "-c search_path=pg_catalog -c statement_timeout=20000");
        properties.setProperty("socketTimeout", "30");
        return connect("postgres", properties);
    }

    /** As a learner's role, the way any client comes. */
    Connection client(String database, String role, String rolePassword) throws SQLException {
        return connect(database, properties(role, rolePassword));
    }

    private Connection connect(String database, Properties properties) throws SQLException {
        Connection connection =
                new Driver().connect("jdbc:postgresql://" + host + ":" + port + "/" + database, properties);
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own kind of address");
        }
        return connection;
    }

    private static Properties properties(String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "lexlab");
        // It is on this machine's loopback; asking for encryption costs a round trip each time.
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        // Statements reach the server as psql sends them.
        properties.setProperty("preferQueryMode", "simple");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("maxResultBuffer", Integer.toString(MOST_BYTES_OF_AN_ANSWER));
        return properties;
    }

    @Override
    public String toString() {
        return host + ":" + port; // never the password
    }
}
