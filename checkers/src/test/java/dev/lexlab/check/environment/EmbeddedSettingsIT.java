package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Session;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a learner can see of a server is the same in a container and without one, but for where it is. */
class EmbeddedSettingsIT {
    private static final TaskDefinition TASK = TestLab.task(EmbeddedSettingsIT.class, TestLab.check("a"));
    private static final Course COURSE = Course.around(Path.of("")).orElseThrow();

    /** Of the machine and of how it was compiled, and no matter of behaviour. */
    private static final String OF_THE_PLACE = """
            'application_name', 'config_file', 'data_directory', 'hba_file', 'ident_file', 'port', 'listen_addresses',
            'unix_socket_directories', 'server_version', 'server_version_num', 'data_directory_mode', 'log_file_mode',
            'dynamic_shared_memory_type', 'ssl_library', 'krb_server_keyfile', 'external_pid_file', 'lc_messages',
            'ssl_ciphers', 'segment_size', 'debug_assertions', 'shared_memory_size', 'shared_memory_size_in_huge_pages',
            'num_os_semaphores', 'log_directory', 'ssl', 'ssl_cert_file', 'ssl_key_file', 'dynamic_library_path'
            """;

    @Test
    void settingsDatabasesAndRightsAreEqual() {
        try (Servers embedded = Servers.embedded(COURSE, System.getenv(), step -> {});
                Servers containers = Servers.inContainers(COURSE, System.getenv(), step -> {});
                PostgresEnvironment without = embedded.postgres(TASK).orElseThrow();
                PostgresEnvironment with = containers.postgres(TASK).orElseThrow()) {
            Session here = without.fresh().session();
            Session there = with.fresh().session();

            Map<Object, Object> settings = settings(here);
            Map<Object, Object> expected = settings(there);
            settings.keySet().retainAll(expected.keySet()); // a minor version may bring one
            expected.keySet().retainAll(settings.keySet());
            assertThat(settings).hasSizeGreaterThan(300).isEqualTo(expected);
            for (String question : List.of(
                    "SELECT datname::text, encoding, datlocprovider::text, datcollate, datctype, datlocale, datacl::text"
                            + " FROM pg_database ORDER BY datname",
                    "SELECT rolname::text, rolsuper, rolcreatedb FROM pg_roles ORDER BY rolname",
                    "SELECT split_part(current_setting('server_version'), '.', 1) AS major")) {
                List<Map<String, @Nullable Object>> answer = here.query(question);
                assertThat(answer).isNotEmpty().isEqualTo(there.query(question));
            }
        }
    }

    @Test
    void theColleagueIsSomebodyElseWithoutAnEngineToo() {
        try (Servers embedded = Servers.embedded(COURSE, System.getenv(), step -> {});
                PostgresEnvironment environment = embedded.postgres(TASK).orElseThrow()) {
            PostgresEnvironmentIT.assertThatTheColleagueIsSomebodyElse(environment.fresh());
        }
    }

    private static Map<Object, Object> settings(Session session) {
        Map<Object, Object> settings = new TreeMap<>();
        session.query("SELECT name, setting FROM pg_settings WHERE name NOT IN (" + OF_THE_PLACE + ")")
                .forEach(row -> settings.put(String.valueOf(row.get("name")), String.valueOf(row.get("setting"))));
        return settings;
    }
}
