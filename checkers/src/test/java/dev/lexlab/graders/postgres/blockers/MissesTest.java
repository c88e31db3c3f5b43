package dev.lexlab.graders.postgres.blockers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Failure;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.text.Untrusted;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which mistake it is follows from whom an answer names, ends and counts. */
class MissesTest {
    private static final Scene SCENE = new Scene(
            List.of(),
            List.of(
                    List.of(Part.inTransaction(Scenes.FORGOTTEN, "SELECT 1")),
                    List.of(
                            Part.inTransaction("rows", "UPDATE").holding(Hold.ROW),
                            Part.waiting("second", "UPDATE", "rows").after("UPDATE"),
                            Part.waiting("third", "UPDATE", "second")),
                    List.of(
                            Part.active("busy", "UPDATE").holding(Hold.ROW),
                            Part.waiting("behind_busy", "UPDATE", "busy")),
                    List.of(
                            Part.inTransaction("table", "SELECT").holding(Hold.TABLE),
                            Part.inTransaction(Scenes.HARMLESS_READER, "SELECT").holding(Hold.TABLE),
                            Part.waiting(Scenes.QUEUED, "ALTER", "table"))));

    private static final List<Part> SESSIONS = List.of(
            Part.inTransaction(Scenes.FORGOTTEN, "SELECT 1"),
            Part.active(Scenes.LONG_QUERY),
            Part.inTransaction("report", "SELECT 1"),
            Part.inTransaction("writer", "UPDATE"));

    @Test
    void knowsMistakesAboutRootsFromWhomIsNamed() {
        assertThat(roots()).isEqualTo("names-nobody");
        assertThat(roots("rows", "busy", "table", Cast.ON_CALL)).isEqualTo("names-itself");
        assertThat(roots("rows", "second", "busy", "table")).isEqualTo("waits-itself");
        assertThat(roots("third")).isEqualTo("names-victims");
        assertThat(roots("rows", "busy", "table", Scenes.QUEUED)).isEqualTo("queue-overlooked");
        assertThat(roots("rows", "busy", "table", Scenes.HARMLESS_READER)).isEqualTo("any-lock-of-the-table");
        assertThat(roots(Scenes.FORGOTTEN)).isEqualTo("blocks-nobody");
        assertThat(roots("table")).isEqualTo("only-table-locks");
        assertThat(roots("rows", "table")).isEqualTo("judged-by-state");
    }

    @Test
    void saysNothingAboutAMistakeItDoesNotKnow() {
        assertThat(roots("rows")).isEmpty();
        assertThat(roots("rows", "rows", "busy", "table")).isEmpty();
        assertThat(roots("a pid that no session of this database has")).isEmpty();
    }

    @Test
    void tellsWhatEachWrongOneIsDoing() {
        Feedback feedback =
                new RootMiss(SCENE, naming("rows", "second", "table")).failure().feedback();

        assertThat(feedback.summary()).isEqualTo("a session is named that is no root blocker");
        assertThat(feedback.expected()).map(Untrusted::value).contains("busy, rows, table");
        assertThat(feedback.seen())
                .map(Untrusted::value)
                .contains("rows, second, table; second is waiting for a lock behind rows;"
                        + " busy is active, in a long statement, and 1 waits behind it");
    }

    @Test
    void tellsTheSameWhateverTheOrderOfRows() {
        Feedback feedback =
                new RootMiss(SCENE, naming("rows", "second", "third")).failure().feedback();

        assertThat(new RootMiss(SCENE, naming("third", "second", "rows"))
                        .failure()
                        .feedback())
                .isEqualTo(feedback);
    }

    @Test
    void showsNoMoreSessionsThanAreNeededToSeeIt() {
        Failure failure = new RootMiss(SCENE, naming("rows", "busy", "table", Scenes.FORGOTTEN)).failure();

        assertThat(failure.feedback().reproduce().orElseThrow().command().value())
                .contains("as forgotten", "as busy")
                .doesNotContain("as rows", "as table");
    }

    @Test
    void knowsMistakesAboutNumbers() {
        assertThat(new CountMiss(SCENE, new Row("rows", 3)).diagnosis()).isEqualTo("counted-twice");
        assertThat(new CountMiss(SCENE, new Row("rows", 1)).diagnosis()).isEqualTo("only-direct-waiters");
        assertThat(new CountMiss(SCENE, new Row("rows", 0)).diagnosis()).isEmpty();
        assertThat(new CountMiss(SCENE, new Row(Scenes.READER_BESIDE_BUILDER, 1)).diagnosis())
                .isEqualTo("counts-bystanders");
    }

    @Test
    void tellsOfTheNumberThatIsFurthestOffWhateverTheOrderOfRows() {
        Row right = new Row("busy", 1);
        Row off = new Row("rows", 3);
        Row further = new Row("table", 7);
        Row asFar = new Row("busy", 7);

        assertThat(CountMiss.furthest(SCENE, List.of(right))).isEmpty();
        for (List<Row> rows : List.of(List.of(right, off, further), List.of(further, off, right))) {
            assertThat(CountMiss.furthest(SCENE, rows)).map(CountMiss::row).contains(further);
        }
        for (List<Row> rows : List.of(List.of(asFar, further), List.of(further, asFar))) {
            assertThat(CountMiss.furthest(SCENE, rows)).map(CountMiss::row).contains(asFar);
        }
    }

    @Test
    void showsASessionThatIsStillThereAfterItsStatementIsCancelled() {
        Naming nobody = new Naming(SCENE.roots().keySet(), List.of());

        assertThat(new EndMiss(SCENE, nobody, List.of("rows", "busy", "table"))
                        .failure()
                        .feedback()
                        .reproduce())
                .map(reproduction -> reproduction.command().value())
                .hasValueSatisfying(
                        command -> assertThat(command).contains("rows").doesNotContain("busy"));
    }

    @Test
    void knowsMistakesAboutEndsFromWhoIsStillThere() {
        assertThat(ends(List.of("rows", "busy", "table", "third"), List.of())).isEqualTo("victims-ended");
        assertThat(ends(List.of("rows", "busy", "table", Scenes.FORGOTTEN), List.of()))
                .isEqualTo("blocks-nobody");
        assertThat(ends(List.of("rows", "busy", "table", Cast.ONLOOKER), List.of()))
                .isEqualTo("blocks-nobody");
        assertThat(ends(List.of(), List.of("rows", "busy", "table"))).isEqualTo("only-cancelled");
        assertThat(ends(List.of(), List.of())).isEqualTo("names-nobody");
        assertThat(ends(List.of("rows"), List.of("rows"))).isEmpty();
        assertThat(ends(List.of("rows", "busy", "table"), List.of())).isEqualTo("ended-unreturned");
    }

    @Test
    void knowsMistakesAboutTheHorizonFromWhomIsNamed() {
        assertThat(holders(Set.of(Scenes.LONG_QUERY))).isEqualTo("no-holder");
        assertThat(holders(Set.of("writer"))).isEqualTo("only-snapshots");
        assertThat(holders(Set.of("writer"), "writer", Cast.ON_CALL)).isEqualTo("names-itself");
        assertThat(holders(Set.of(Scenes.LONG_QUERY), Scenes.LONG_QUERY, Cast.HELPER))
                .isEqualTo("helper-named");
        assertThat(holders(Set.of(Scenes.LONG_QUERY), Scenes.FORGOTTEN)).isEqualTo("age-of-the-transaction");
        assertThat(holders(Set.of(Scenes.LONG_QUERY), "report")).isEqualTo("judged-by-state");
        assertThat(holders(Set.of(Scenes.LONG_QUERY), Scenes.LONG_QUERY, "report"))
                .isEqualTo("newer-named");
        assertThat(holders(Set.of("writer", "report"), "writer")).isEqualTo("only-one-holder");
        assertThat(holders(Set.of("writer"), "report")).isEmpty();
        assertThat(holders(Set.of("writer"), "writer", "writer")).isEmpty();
    }

    private static String roots(String... seen) {
        return new RootMiss(SCENE, naming(seen)).diagnosis();
    }

    private static Naming naming(String... seen) {
        return new Naming(SCENE.roots().keySet(), List.of(seen));
    }

    private static String ends(List<String> ended, List<String> claimed) {
        return new EndMiss(SCENE, new Naming(SCENE.roots().keySet(), ended), claimed).diagnosis();
    }

    private static String holders(Set<String> expected, String... seen) {
        return new HorizonMiss(new Naming(expected, List.of(seen)), SESSIONS).diagnosis();
    }
}
