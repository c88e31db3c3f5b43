package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EngineIT {

    private static Engine engine;
    private static ServiceDefinition postgres;
    private static RunningServer server;

    @BeforeAll
    static void startOneServer() throws Exception {
        Course course = Course.around(Path.of("")).orElse(new Course(Path.of("..")));
        postgres = new ServiceReader(course).read("postgres");
        engine = Engine.connect(System.getenv());
        server = engine.server(postgres);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void theAccountOfTheServiceReachesARealPostgres() throws Exception {
        try (Connection connection = connect(server);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT version(), rolsuper FROM pg_roles WHERE rolname = current_user")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("PostgreSQL 17");
            assertThat(row.getBoolean(2)).isTrue();
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> connect(server, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private static Connection connect(RunningServer server) throws SQLException {
        return connect(server, server.password());
    }

    private static Connection connect(RunningServer server, String password) throws SQLException {
        String url = "jdbc:postgresql://" + server.host() + ":" + server.port("postgres") + "/postgres";
        return DriverManager.getConnection(url, "grader", password);
    }
}
