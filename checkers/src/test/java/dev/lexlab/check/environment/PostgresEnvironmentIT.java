package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import dev.lexlab.check.author.SubmittedFile;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a real server, which all of these share as checks do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresEnvironmentIT {
    private static final TaskDefinition TASK = TestLab.task(PostgresEnvironmentIT.class, TestLab.check("a"));

    private Servers servers;
    private PostgresEnvironment environment;

    @BeforeAll
    void startTheServer() {
        Course course = Course.around(Path.of("")).orElseThrow();
        servers = Servers.inContainers(course, System.getenv(), step -> {});
        servers.warm(TASK);
    }

    @AfterAll
    void stopTheServer() {
        servers.close();
    }

    @BeforeEach
    void lease() {
        environment = servers.postgres(TASK).orElseThrow();
    }

    @AfterEach
    void giveBack() {
        environment.close();
    }

    @Test
    void eachCheckStartsFromACopyOfWhatWasPrepared() {
        environment.unprepared().apply(file("CREATE TABLE rooms (id int); INSERT INTO rooms VALUES (1);"));

        Postgres first = environment.fresh();
        assertThat(first.session().attempt("DELETE FROM rooms").rows()).isEqualTo(1);
        assertThat(rooms(environment.same())).isZero();
        assertThat(rooms(environment.fresh())).isEqualTo(1);
    }

    @Test
    void theLearnerIsAPlainRole() {
        Session session = environment.fresh().session();

        assertThat(session.query("SELECT current_user::text AS me, usesuper, usecreatedb FROM pg_user"
                        + " WHERE usename = current_user"))
                .containsExactly(Map.of("me", "learner", "usesuper", false, "usecreatedb", false));
        assertThat(session.attempt("COPY (SELECT 1) TO PROGRAM 'cat'").sqlState())
                .isEqualTo("42501");
        assertThat(session.attempt("SELECT pg_read_file('/etc/passwd')").sqlState())
                .isEqualTo("42501");
        assertThat(session.attempt("CREATE ROLE other").sqlState()).isEqualTo("42501");
        assertThat(session.attempt("CREATE EXTENSION btree_gist").accepted()).isTrue();
    }

    @Test
    void tellsLineAndColumnOfASyntaxError() {
        Postgres db = environment.unprepared();

        assertThatThrownBy(() ->
                        db.apply(file("CREATE TABLE a (id int);\n-- \ud83d\ude00;\nSELECT '\ud83d\ude00',\n  1 +;\n")))
                .isInstanceOf(Invalid.class)
                .hasMessage("schema.sql:4:6: PostgreSQL does not understand this statement");
    }

    @Test
    void tellsTheStatementWhereTheServerNamesNoPosition() {
        Postgres db = environment.unprepared();

        Invalid invalid = catchInvalid(db, "CREATE TABLE a (id int);\n\n  CREATE TABLE a (id int);");

        assertThat(invalid).hasMessage("schema.sql:3:3: PostgreSQL refuses this statement");
        assertThat(invalid.feedback().seen().orElseThrow().value()).isEqualTo("42P07: relation \"a\" already exists");
    }

    @Test
    void refusesAFileThatLeavesItsTransactionOpen() {
        Postgres db = environment.unprepared();

        assertThat(catchInvalid(db, "BEGIN;\nCREATE TABLE a (id int);"))
                .hasMessage("schema.sql:2:1: a transaction is still open at the end of the file, so nothing in it was"
                        + " kept");
    }

    @Test
    void eachStatementOfAFileStandsForItself() {
        Postgres db = environment.unprepared();
        db.apply(file("CREATE TABLE rooms (id int);\nVACUUM rooms;\nINSERT INTO rooms VALUES (1);"));

        assertThat(rooms(environment.fresh())).isEqualTo(1);
    }

    @Test
    void aRefusalIsAnAnswer() {
        Session session = environment.fresh().session();
        session.attempt("CREATE TABLE rooms (id int CONSTRAINT one_room PRIMARY KEY)");
        session.attempt("INSERT INTO rooms VALUES (?)", 1);

        Outcome again = session.attempt("INSERT INTO rooms VALUES (?)", 1);

        assertThat(again.refusedWith("23505")).isTrue();
        assertThat(again.refusal().orElseThrow().constraint()).contains("one_room");
        assertThat(again.statement()).isEqualTo("INSERT INTO rooms VALUES (1)");
        assertThat(again.inWords())
                .isEqualTo("refused with 23505: duplicate key value violates unique constraint \"one_room\""
                        + " (Key (id)=(1) already exists.)");
    }

    @Test
    void anErrorInAFunctionIsToldWithItsLineButNotWhatItRaisedItself() {
        Session session = environment.fresh().session();
        session.attempt("""
                CREATE FUNCTION share(parts integer) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN
                  IF parts < 0 THEN RAISE 'not so few'; END IF;
                  RETURN 6 / parts;
                END $$""");
        session.attempt("CREATE FUNCTION all_of_it() RETURNS integer LANGUAGE sql AS 'SELECT share(0)'");

        assertThat(session.attempt("SELECT all_of_it()").inWords())
                .isEqualTo(
                        "refused with 22012: division by zero, in PL/pgSQL function share(integer) line 3 at RETURN");
        assertThat(session.attempt("SELECT share(-1)").inWords()).isEqualTo("refused with P0001: not so few");
    }

    @Test
    void aRuleThatWaitsRefusesTheCommit() {
        Session session = environment.fresh().session();
        session.attempt("CREATE TABLE rooms (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
        session.begin();
        session.attempt("INSERT INTO rooms VALUES (1), (1)");

        assertThat(session.commit().sqlState()).isEqualTo("23505");
        assertThat(session.attempt("INSERT INTO rooms VALUES (2)").accepted()).isTrue();
    }

    @Test
    void seesThatASessionWaitsForAnother() {
        Postgres db = environment.fresh();
        Session a = db.session("A");
        Session b = db.session("B");
        a.attempt("CREATE TABLE rooms (id int PRIMARY KEY)");
        a.begin();
        a.attempt("INSERT INTO rooms VALUES (1)");

        Pending insert = b.start("INSERT INTO rooms VALUES (1)");
        assertThat(insert.waits()).isTrue();
        assertThat(a.commit().accepted()).isTrue();
        assertThat(insert.waits()).isFalse();
        assertThat(insert.outcome().sqlState()).isEqualTo("23505");
    }

    @Test
    void theEndOfASessionByAnotherIsAnAnswer() {
        Postgres db = environment.fresh();
        Session idle = db.session("idle");
        Session busy = db.session("busy");
        int idlePid = processId(idle);
        int busyPid = processId(busy);
        idle.begin();
        idle.attempt("SELECT 1");
        Pending sleep = busy.start("SELECT pg_sleep(3600)");

        db.session().attempt("SELECT pg_terminate_backend(pid) FROM unnest(ARRAY[?, ?]) AS pid", idlePid, busyPid);

        assertThat(sleep.outcome().sqlState()).isEqualTo("57P01");
        assertThat(idle.attempt("SELECT 1").sqlState()).isEqualTo("57P01");
        assertThat(idle.attempt("SELECT 2").sqlState()).isEqualTo("57P01");
        assertThat(idle.commit().sqlState()).isEqualTo("57P01");
        busy.begin();
        busy.rollback();
        assertThat(busy.start("SELECT 1").outcome().sqlState()).isEqualTo("57P01");
        assertThat(db.session().attempt("SELECT 1").accepted()).isTrue();
    }

    @Test
    void theEndOfASessionByItselfIsAnAnswer() {
        Session session = environment.fresh().session();

        assertThat(session.attempt("SELECT pg_terminate_backend(pg_backend_pid())")
                        .sqlState())
                .isEqualTo("57P01");
    }

    @Test
    void refusesAFileThatEndsItsOwnSession() {
        Postgres db = environment.unprepared();

        assertThatThrownBy(() -> db.apply(file("SELECT 1;\nSELECT pg_terminate_backend(pg_backend_pid());")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("schema.sql:2:1: this statement ends the session that runs the file");
    }

    private static int processId(Session session) {
        Object pid = session.query("SELECT pg_backend_pid() AS pid").get(0).get("pid");
        return (Integer) Objects.requireNonNull(pid, "every session has one");
    }

    @Test
    void aRefusedQuestionSaysWhatWasAskedAndAnswered() {
        Session session = environment.fresh().session();

        assertThatThrownBy(() -> session.query("SELECT * FROM nowhere"))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.feedback().expected().orElseThrow().value())
                            .isEqualTo("rows of SELECT * FROM nowhere");
                    assertThat(failure.feedback().seen().orElseThrow().value())
                            .isEqualTo("refused with 42P01: relation \"nowhere\" does not exist");
                });
    }

    @Test
    void keepsOnlySoManyRows() {
        assertThat(environment.fresh().session().query("SELECT * FROM generate_series(1, 20000)"))
                .hasSize(10_000);
    }

    @Test
    void refusesAnAnswerThatWouldFillOurMemory() {
        Session session = environment.fresh().session();

        assertThat(session.attempt("SELECT repeat('x', 1000000) FROM generate_series(1, 100)")
                        .inWords())
                .isEqualTo("refused with 54000: the answer is larger than 64 MB");
        assertThat(session.attempt("SELECT 1").sqlState()).isEqualTo("54000");
    }

    @Test
    void worksOnForALearnerWhoChangesTheirPasswordAndMakesATemplate() {
        environment
                .unprepared()
                .apply(file("ALTER ROLE CURRENT_USER PASSWORD 'mine'; ALTER DATABASE prepared IS_TEMPLATE true;"));

        assertThat(environment.fresh().session().attempt("SELECT 1").accepted()).isTrue();

        environment.close();
        environment = servers.postgres(TASK).orElseThrow();
        assertThat(environment.fresh().session().attempt("SELECT 1").accepted()).isTrue();
    }

    @Test
    void cutsOffAndSaysWhatWasWaitedFor() throws Exception {
        Session session = environment.fresh().session();
        Pending sleep = session.start("SELECT pg_sleep(?)", 600);
        Thread waiting = new Thread(() -> assertThatThrownBy(sleep::outcome).isInstanceOf(ServerGone.class));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        Environment.Stuck stuck = environment.cutOff();

        waiting.join();
        assertThat(stuck.awaited()).isEqualTo("the end of SELECT pg_sleep(600) in session A");
        assertThat(stuck.lastSeen()).startsWith("active");
        assertThat(environment.ailment()).isEmpty();
    }

    @Test
    void theColleagueIsAnotherPlainRoleWithSchemasOfItsOwn() {
        assertThatTheColleagueIsSomebodyElse(environment.fresh());
    }

    /** Shared with the test of servers without an engine. */
    static void assertThatTheColleagueIsSomebodyElse(Postgres db) {
        Session learner = db.session();
        Session colleague = db.colleague();
        assertThat(db.colleague()).isSameAs(colleague).isNotSameAs(db.session("colleague"));
        assertThat(colleague.query("SELECT current_user::text AS me, usesuper, usecreatedb FROM pg_user"
                        + " WHERE usename = current_user"))
                .containsExactly(Map.of("me", "colleague", "usesuper", false, "usecreatedb", false));

        learner.attempt("CREATE TABLE mine (id int)");
        assertThat(colleague.attempt("SELECT * FROM mine").sqlState()).isEqualTo("42501");
        assertThat(colleague.attempt("CREATE SCHEMA theirs").accepted()).isTrue();
        assertThat(colleague.attempt("CREATE TABLE theirs.own (id int)").accepted())
                .isTrue();
        assertThat(learner.attempt("SELECT * FROM theirs.own").sqlState()).isEqualTo("42501");
        assertThat(learner.attempt("SET ROLE colleague").sqlState()).isEqualTo("42501");
    }

    @Test
    void theLearnerIsElsewhereTooAndLeavesRoomForTheNextCopy() {
        Postgres db = environment.fresh();
        Session here = db.session();
        Session elsewhere = db.elsewhere("elsewhere");
        String who = "SELECT current_user::text AS me, current_database()::text AS place";
        assertThat(db.elsewhere("elsewhere")).isSameAs(elsewhere).isNotSameAs(db.session("elsewhere"));
        assertThat(here.query(who)).containsExactly(Map.of("me", "learner", "place", "lab"));
        assertThat(elsewhere.query(who)).containsExactly(Map.of("me", "learner", "place", "prepared"));
        elsewhere.attempt("SELECT pg_advisory_lock(1)");
        Pending waiting = db.elsewhere("waiting").start("SELECT pg_advisory_lock(1)");
        assertThat(waiting.waits()).isTrue();
        assertThat(here.attempt("SELECT pg_advisory_lock(1)").accepted()).isTrue();

        assertThat(environment.fresh().session().query(who)).containsExactly(Map.of("me", "learner", "place", "lab"));
    }

    @Test
    void whatIsPreparedKnowsNoElsewhere() {
        Postgres db = environment.unprepared();

        assertThatThrownBy(() -> db.elsewhere("elsewhere")).hasMessage("only a check has another database");
    }

    @Test
    void whatTheColleagueMadeIsCopiedToo() {
        Session colleague = environment.unprepared().colleague();
        colleague.attempt("CREATE SCHEMA theirs");
        colleague.attempt("CREATE TABLE theirs.own (id int)");

        Session inCopy = environment.fresh().colleague();
        assertThat(inCopy.attempt("SELECT * FROM theirs.own").accepted()).isTrue();
        assertThat(inCopy.attempt("CREATE SCHEMA another").accepted()).isTrue();
    }

    @Test
    void seesThatTheLearnerWaitsForTheColleague() {
        Postgres db = environment.fresh();
        Session colleague = db.colleague();
        colleague.attempt("CREATE SCHEMA theirs");
        colleague.attempt("CREATE TABLE theirs.own (id int)");
        colleague.attempt("GRANT USAGE ON SCHEMA theirs TO PUBLIC");
        colleague.attempt("GRANT ALL ON theirs.own TO PUBLIC");
        colleague.begin();
        colleague.attempt("LOCK TABLE theirs.own");

        Pending count = db.session().start("SELECT count(*) FROM theirs.own");
        assertThat(count.waits()).isTrue();
        colleague.rollback();
        assertThat(count.outcome().accepted()).isTrue();
    }

    @Test
    void theColleagueGoesWithTheLease() {
        environment.fresh().colleague().attempt("CREATE SCHEMA theirs");
        environment.close();

        environment = servers.postgres(TASK).orElseThrow();
        assertThat(environment.fresh().session().query("SELECT FROM pg_roles WHERE rolname = 'colleague'"))
                .isEmpty();
    }

    @Test
    void cutsOffTheColleagueToo() {
        Postgres db = environment.fresh();
        Session colleague = db.colleague();
        colleague.begin();
        colleague.attempt("SELECT 1");

        assertThat(environment.cutOff().lastSeen()).contains("idle in transaction");
        assertThat(environment.fresh().session().attempt("SELECT 1").accepted()).isTrue();
    }

    @Test
    void twoLeasesOfOneServerAreApart() {
        try (PostgresEnvironment other = servers.postgres(TASK).orElseThrow()) {
            environment.fresh().session().attempt("CREATE TABLE rooms (id int)");

            assertThat(other.fresh().session().attempt("SELECT * FROM rooms").sqlState())
                    .isEqualTo("42P01");
        }
    }

    private static long rooms(Postgres db) {
        return db.session().query("SELECT * FROM rooms").size();
    }

    private static Invalid catchInvalid(Postgres db, String sql) {
        try {
            db.apply(file(sql));
        } catch (Invalid e) {
            return e;
        }
        throw new AssertionError("it was accepted");
    }

    private static SubmittedFile file(String sql) {
        return new SubmittedFile() {
            @Override
            public byte[] bytes() {
                return text().getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String path() {
                return "schema.sql";
            }

            @Override
            public String text() {
                return sql;
            }
        };
    }
}
