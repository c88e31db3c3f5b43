package dev.lexlab.check.hostile;

import dev.lexlab.check.TestGrading;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.check.environment.LoosenedServers;
import dev.lexlab.lab.TaskDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** SQL. */
final class Statements {
    private static final String PASSED = "works PASSED\nafter PASSED";

    private final Box box;
    private final Path folder;

    Statements(Box box, Path folder) {
        this.box = box;
        this.folder = folder;
    }

    List<HostileCase> cases() {
        return List.of(shadows(), operatingSystem(), endless(), largeAnswer());
    }

    /** Asks how many rooms there are, in words that a learner could give another meaning. */
    static final class Counts {
        @Check("works")
        void works(Submission work, Postgres db) {
            db.apply(work.file(TestLab.FILE));
            count(db, "SELECT pg_catalog.count(*) AS rooms FROM public.rooms");
        }

        static void count(Postgres db, String query) {
            Object rooms = db.session().query(query).get(0).get("rooms");
            if (!String.valueOf(rooms).equals("2")) {
                throw Failure.of("there are not two rooms")
                        .seen(String.valueOf(rooms))
                        .next("Add some.");
            }
        }

        @Check("after")
        void after(Postgres db) {
            db.session().query("SELECT 1 AS one");
        }
    }

    /** The same where the learner's words come first. */
    static final class CountsInTheirWords {
        @Check("works")
        void works(Submission work, Postgres db) {
            db.apply(work.file(TestLab.FILE));
            db.session().attempt("SET search_path = mine, public, pg_catalog");
            Counts.count(db, "SELECT count(*) AS rooms FROM rooms");
        }

        @Check("after")
        void after(Postgres db) {
            db.session().query("SELECT 1 AS one");
        }
    }

    private HostileCase shadows() {
        String sql = """
                CREATE TABLE rooms (id int);
                CREATE SCHEMA mine;
                CREATE VIEW mine.rooms AS SELECT 1 AS id UNION ALL SELECT 2;
                CREATE FUNCTION mine.count_of(rooms) RETURNS int LANGUAGE sql RETURN 2;
                SET search_path = mine, public, pg_catalog;
                """;
        return HostileCase.of(18, "SQL gives the grader's words another meaning")
                .heldBy("a database of one's own, and names with their schema; a session's search path ends with it")
                .attempt(() -> graded(Counts.class, 60, sql), "works FAILED: there are not two rooms; seen: 0")
                .permitted(
                        () -> graded(
                                Counts.class, 60, "CREATE TABLE rooms (id int); INSERT INTO rooms VALUES (1), (2);"),
                        PASSED)
                .loosened(() -> graded(CountsInTheirWords.class, 60, sql), PASSED);
    }

    private HostileCase operatingSystem() {
        List<String> statements = List.of(
                "COPY (SELECT 1) TO PROGRAM 'touch /tmp/owned'",
                "COPY (SELECT 1) TO '/tmp/owned'",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_import('/etc/passwd')",
                "SELECT pg_ls_dir('/')",
                "CREATE EXTENSION file_fdw",
                "CREATE EXTENSION dblink",
                "CREATE EXTENSION adminpack",
                "CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'return 1'",
                "LOAD 'pageinspect'",
                "ALTER SYSTEM SET archive_command = 'touch /tmp/owned'",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'grader'",
                "CREATE ROLE other SUPERUSER",
                "SET ROLE grader",
                "SET SESSION AUTHORIZATION grader",
                "ALTER DATABASE postgres RENAME TO mine");
        return HostileCase.of(19, "SQL reaches for the machine, and for other roles")
                .heldBy("a plain role without the server's own ones")
                .attempt(() -> say(List.of(), statements), "16 of 16 refused")
                .permitted(
                        () -> say(List.of(), List.of("CREATE EXTENSION btree_gist", "CREATE TABLE a (b int)")),
                        "0 of 2 refused")
                .loosened(() -> say(List.of("pg_execute_server_program"), statements), "15 of 16 refused");
    }

    private String say(List<String> rights, List<String> statements) throws Exception {
        List<String> said =
                LoosenedServers.say(box.servers(Loosened.NOTHING), TestLab.task(Counts.class), rights, statements);
        long refused = said.stream().filter(one -> !one.equals("accepted")).count();
        StringBuilder words = new StringBuilder(refused + " of " + said.size() + " refused");
        for (int i = 0; i < said.size(); i++) {
            words.append("\n").append(statements.get(i)).append(" -> ").append(said.get(i));
        }
        return words.toString();
    }

    private HostileCase endless() {
        String sql = """
                SET statement_timeout = 0;
                CREATE TABLE rooms (id int);
                INSERT INTO rooms VALUES (1), (2);
                SELECT pg_sleep(8);
                """;
        return HostileCase.of(20, "SQL lifts its own limit and does not end")
                .heldBy("the check's limit, from outside: its connection is ended")
                .attempt(() -> graded(Counts.class, 2, sql), "works TIMEOUT: no end within the limit; seen: active")
                .permitted(() -> graded(Counts.class, 60, sql.replace("pg_sleep(8)", "pg_sleep(0.1)")), PASSED)
                .loosened(() -> graded(Counts.class, 60, sql), PASSED);
    }

    private HostileCase largeAnswer() {
        String sql = "CREATE TABLE rooms AS SELECT n::text || repeat('x', %d) AS id"
                + " FROM generate_series(1, 2) AS n; SELECT a.id FROM rooms a, generate_series(1, %d);";
        return HostileCase.of(20, "SQL asks for an answer of a hundred megabytes")
                .heldBy("64 MB of an answer; the grader keeps none of it")
                .attempt(
                        () -> graded(Answers.class, 60, sql.formatted(1000, 60_000)), "the answer is larger than 64 MB")
                .permitted(() -> graded(Answers.class, 60, sql.formatted(1000, 600)), PASSED)
                .loosened(() -> graded(Answers.class, 60, sql.formatted(100, 60_000)), PASSED);
    }

    /** Says all of it in one statement after the other, as a session does. */
    static final class Answers {
        @Check("works")
        void works(Submission work, Postgres db) {
            for (String statement : work.file(TestLab.FILE).text().split(";", -1)) {
                var said = db.session().attempt(statement.isBlank() ? "SELECT 1" : statement);
                if (!said.accepted()) {
                    throw Failure.of("refused").seen(said).next("Ask for less.");
                }
            }
        }

        @Check("after")
        void after(Postgres db) {
            db.session().query("SELECT 1 AS one");
        }
    }

    private String graded(Class<?> grader, int seconds, String sql) throws Exception {
        Path work = Files.createTempDirectory(folder, "sql");
        Files.writeString(work.resolve(TestLab.FILE), sql);
        TaskDefinition task = TestLab.task(grader.getName(), seconds, TestLab.check("works"), TestLab.check("after"));
        return Box.told(TestGrading.grade(box.servers(Loosened.NOTHING), task, work));
    }
}
