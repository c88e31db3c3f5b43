package dev.lexlab.graders.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Failure;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.text.Untrusted;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Case KEYLESS = Case.of("it has no key", table("s", "keyless"))
            .ifMissing("not-found")
            .ifExtra("too-much");
    private static final Case ODD = Case.of("its name is odd", table("s", "Order"));
    private static final Case KEYED =
            Case.of("it has a key", table("s", "keyed").keyed("id")).ifExtra("key-not-seen");
    private static final World WORLD = World.of(List.of(KEYLESS, ODD, KEYED)).clue(ODD, KEYLESS, "oddly-gone");

    private static final Row FIRST = Row.of("s", "keyless");
    private static final Row SECOND = Row.of("s", "Order");

    private static Table table(String schema, String name) {
        return Table.of(new Place(schema, name), "id integer");
    }

    @Test
    void isContentWithTheSameRowsInAnyOrder() {
        assertThat(judgement(SECOND, FIRST).failure()).isEmpty();
    }

    @Test
    void saysWhatIsMissingAndHowItWasMade() {
        Feedback feedback = failure(SECOND).feedback();

        assertThat(feedback.summary()).isEqualTo("tables_without_key misses something: it has no key");
        assertThat(feedback.expected()).map(Untrusted::value).contains("(s | keyless)");
        assertThat(feedback.seen())
                .map(Untrusted::value)
                .contains("no row about s.keyless\nmade by: CREATE TABLE s.keyless (id integer);");
        assertThat(feedback.reproduce())
                .map(reproduction -> reproduction.command().value())
                .contains("psql -c \"BEGIN\" -c \"CREATE SCHEMA s\" -c \"CREATE TABLE s.keyless (id integer)\""
                        + " -c \"SELECT * FROM public.tables_without_key\" -c \"ROLLBACK\"");
        assertThat(failure(SECOND).diagnosis()).isEqualTo("not-found");
    }

    @Test
    void saysWhatIsTooMuch() {
        Failure failure = failure(FIRST, SECOND, Row.of("s", "keyed"));

        assertThat(failure.feedback().summary()).isEqualTo("tables_without_key lists too much: it has a key");
        assertThat(failure.feedback().expected()).map(Untrusted::value).contains("no row about s.keyed");
        assertThat(failure.diagnosis()).isEqualTo("key-not-seen");
    }

    @Test
    void tellsAMistakeThatShowsInSeveralCasesAtOnce() {
        assertThat(failure(FIRST).diagnosis()).isEqualTo("oddly-gone");
    }

    @Test
    void recognisesQuotesAndASchemaBeforeTheName() {
        assertThat(failure(FIRST, Row.of("s", "\"Order\"")).diagnosis()).isEqualTo("quoted");
        assertThat(failure(FIRST, Row.of("s", "s.\"Order\"")).diagnosis()).isEqualTo("quoted");
    }

    @Test
    void tellsAViewThatFindsNothingFromRowsThatWereStored() {
        assertThat(failure().diagnosis()).isEqualTo("finds-nothing");
        assertThat(judgement(true).failure()).map(Failure::diagnosis).contains("stored-once");
    }

    @Test
    void wantsEachRowOnce() {
        Failure failure = failure(FIRST, SECOND, FIRST);

        assertThat(failure.diagnosis()).isEqualTo("twice");
        assertThat(failure.feedback().reproduce())
                .map(reproduction -> reproduction.command().value())
                .hasValueSatisfying(command -> assertThat(command).contains("CREATE TABLE s.keyless"));
    }

    @Test
    void tellsOfTheSameRowWhateverTheOrderTheyCameIn() {
        assertThat(failure(SECOND, SECOND, FIRST, FIRST).feedback().reproduce())
                .map(reproduction -> reproduction.command().value())
                .hasValueSatisfying(command -> assertThat(command).contains("CREATE TABLE s.keyless"));
    }

    @Test
    void namesTheRowThatStaysWhereOnlyOthersAreJudged() {
        Table table = table("s", "odd").with(Index.on("x", "id").in(Index.State.BROKEN_OFF), Index.on("y", "id"));
        World world = World.of(List.of(Case.of("it is invalid", table)));
        Row broken = Row.of("s", "odd", "x", Row.INVALID);
        Row twin = Row.of("s", "odd", "y", Row.DUPLICATE);

        Failure failure = new Judgement(
                        View.INDEXES, world, List.of(broken, twin), row -> !row.equals(broken), false, false)
                .failure()
                .orElseThrow();

        assertThat(failure.feedback().expected()).map(Untrusted::value).contains(broken + "; no other row about s.odd");
    }

    @Test
    void showsWhatNobodyMade() {
        Feedback feedback = failure(FIRST, SECOND, Row.of("elsewhere", "thing")).feedback();

        assertThat(feedback.seen()).map(Untrusted::value).contains("(elsewhere | thing)");
        assertThat(feedback.next()).isPresent();
    }

    @Test
    void tellsAnotherReasonFromAnotherIndex() {
        Table table = table("s", "twice").with(Index.on("x", "id"), Index.on("y", "id"));
        World world = World.of(List.of(Case.of("it is there twice", table)));
        Row shouted = Row.of("s", "twice", "y", "DUPLICATE");

        assertThat(new Judgement(View.INDEXES, world, List.of(shouted), row -> true, false, false).failure())
                .map(Failure::diagnosis)
                .contains("other-reason");
    }

    private static Failure failure(Row... listed) {
        return judgement(listed).failure().orElseThrow();
    }

    private static Judgement judgement(Row... listed) {
        return judgement(false, listed);
    }

    private static Judgement judgement(boolean isStored, Row... listed) {
        return new Judgement(View.TABLES, WORLD, List.of(listed), row -> true, isStored, false);
    }
}
