package dev.lexlab.check.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.recipe.Dockerfile.Instruction;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileReaderTest {
    private static final Map<String, String> BASES = Map.of("python", "lexlab/python:0123");

    private final Problems problems = new Problems();

    @Test
    void putsTheExactImageInAndKeepsEveryLineWhereItWas() {
        Dockerfile file = read("""
                # a service
                FROM lexlab/python:latest AS app

                COPY --chown=1000 app/ \\
                     # the text, too
                     /srv/app/
                from app
                USER learner
                CMD ["python3", "/srv/app/notes.py"]
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(file.text()).isEqualTo("""
                # a service
                FROM lexlab/python:0123 AS app

                COPY --chown=1000 app/ \\
                     # the text, too
                     /srv/app/
                from app
                USER learner
                CMD ["python3", "/srv/app/notes.py"]
                """);
        assertThat(file.instructions()).extracting(Instruction::line).containsExactly(2, 4, 7, 8, 9);
    }

    @Test
    void everyStageIsLabelledFromItsFirstStepOnAndTheStepsKeepTheirLines() {
        Dockerfile file = read("""
                # a service
                FROM lexlab/python \\
                    AS app
                USER learner
                FROM app
                CMD ["true"]
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(file.labelled(Map.of("lexlab.run", "1-2", "lexlab.home", "abc")))
                .isEqualTo("""
                # a service
                FROM lexlab/python:0123 \\
                    AS app
                LABEL lexlab.home=abc lexlab.run=1-2
                USER learner
                FROM app
                LABEL lexlab.home=abc lexlab.run=1-2
                CMD ["true"]
                """);
        assertThat(IntStream.range(0, 8).map(file::line))
                .as("of step 0, which is none, to one behind the last")
                .containsExactly(1, 2, 2, 4, 5, 5, 6, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', commentCharacter = '%', textBlock = """
                    LABEL lexlab.run=x                   | labels that begin with 'lexlab.' are Lexlab's own
                    LABEL a="b c" "lexlab.home"=x        | labels that begin with 'lexlab.' are Lexlab's own
                    LABEL lexlab.home in the old form    | labels that begin with 'lexlab.' are Lexlab's own
                    LABEL a=1 $NAME=x                    | the label's name $NAME is a variable
                    """)
    void refusesLabelsByWhichARunKnowsItsOwn(String line, String what) {
        read("FROM lexlab/python\n" + line + "\n");

        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo(what));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version=$VERSION",
                "a=\"lexlab.run=x $NAME=y\"",
                "a='lexlab.run=x'",
                "about lexlab.run=x in the old form",
                "a=one\\ lexlab.run=two"
            })
    void letsOtherLabelsBe(String labels) {
        read("FROM lexlab/python\nLABEL " + labels + "\n");

        assertThat(problems.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', commentCharacter = '%', textBlock = """
                    FROM debian:trixie-slim              | Dockerfile:1:1: error: an image cannot begin with 'debian:trixie-slim' here; begin with lexlab/python
                    FROM lexlab/postgres                 | Dockerfile:1:1: error: an image cannot begin with 'lexlab/postgres' here; begin with lexlab/python
                    FROM lexlab/python:other             | Dockerfile:1:1: error: an image cannot begin with 'lexlab/python:other' here; begin with lexlab/python
                    FROM $BASE                           | Dockerfile:1:1: error: an image cannot begin with '$BASE' here; begin with lexlab/python
                    FROM --platform=x lexlab/python      | Dockerfile:1:1: error: an image cannot begin with '--platform=x' here; begin with lexlab/python
                    COPY . .                             | Dockerfile:1:1: error: the first instruction is COPY; begin with FROM lexlab/python
                    # syntax=evil/frontend               | Dockerfile:1:1: error: this comment would change who reads the file; leave it out, or begin the comment with another word
                    #escape=x                            | Dockerfile:1:1: error: this comment would change who reads the file; leave it out, or begin the comment with another word
                    """)
    void refusesAnotherBeginning(String line, String told) {
        read(line + "\n");

        assertThat(problems.sorted()).extracting(Problem::toString).contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', commentCharacter = '%', textBlock = """
                    RUN --mount=type=bind,target=/x ls   | RUN --mount=type=bind,target=/x is not used in labs
                    RUN --network=host curl x            | RUN --network=host is not used in labs
                    RUN --security=insecure id           | RUN --security=insecure is not used in labs
                    RUN cat <<EOF > /x                   | RUN with a here-document is not used in labs
                    ADD https://example.org/x.tar /x     | ADD of a remote address: a build has no network here
                    ADD git@example.org:a/b /x           | ADD of a remote address: a build has no network here
                    COPY --from=python /etc /etc         | there is no stage 'python' above
                    COPY --link a b                      | COPY --link is not used in labs
                    VOLUME /data                         | VOLUME is not used in labs
                    ONBUILD RUN id                       | ONBUILD is not used in labs
                    HEALTHCHECK CMD true                 | HEALTHCHECK is not used in labs
                    CPOY a b                             | there is no instruction CPOY
                    """)
    void refusesWhatAsksMoreOfTheEngineThanABuild(String line, String what) {
        read("FROM lexlab/python\n\n" + line + "\n");

        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo(what);
            assertThat(problem.place().line()).isEqualTo(3);
            assertThat(problem.hint()).isNotEmpty();
        });
    }

    @Test
    void stagesGoByNumberAndByName() {
        read("""
                FROM lexlab/python AS one
                FROM one AS two
                COPY --from=0 /etc/os-release /a
                COPY --from=one /etc/os-release /b
                COPY --from=2 /etc/os-release /c
                """);

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("Dockerfile:5:1: error: there is no stage '2' above; name one with FROM … AS 2");
    }

    @Test
    void aContinuedLineHidesNothing() {
        read("FROM lexlab/python\nRUN \\\n  --mount=type=secret,id=x cat /run/secrets/x\n");

        assertThat(problems.sorted())
                .extracting(Problem::what)
                .containsExactly("RUN --mount=type=secret,id=x is not used in labs");
    }

    @Test
    void anEmptyFileSaysHowToBegin() {
        read("# nothing yet\n");

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("Dockerfile: error: there is no instruction in it; begin with FROM lexlab/python");
    }

    private Dockerfile read(String text) {
        return DockerfileReader.read("Dockerfile", text, BASES, problems);
    }
}
