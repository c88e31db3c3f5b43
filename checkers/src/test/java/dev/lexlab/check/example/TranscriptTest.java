package dev.lexlab.check.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transcripts are run by this machine's own shell here, as containers run them. */
class TranscriptTest {
    private final Problems problems = new Problems();

    @Test
    void whatIsShownIsSaid() throws Exception {
        assertThat(run("""
                # tag::see[]
                $ echo one; echo two
                one
                two
                $ echo "over \\
                > two lines"
                over two lines
                # end::see[]
                $ false | true
                """)).isEmpty();
    }

    @Test
    void aShellKeepsItsFolderAndItsVariables() throws Exception {
        assertThat(run("""
                $ cd /
                $ where=$(pwd)
                $ echo "$where"
                /
                """)).isEmpty();
    }

    @Test
    void whatIsPutIntoTheBackgroundIsNoEndOfIt() throws Exception {
        assertThat(run("""
                $ sleep 60 &
                $ kill %1 && echo gone
                gone
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    $ echo 41`n`42                      | t.console:2: error: shown is '42', and the real thing said '41'; write … where it may differ
                    $ printf a`n`a`n`b                  | t.console:3: error: shown is 'b', and the real thing said nothing more; write … where it may differ
                    $ printf 'a\\nb'`n`a                | t.console:2: error: below this it also said 'b'; write … where it may differ
                    $ echo no >&2; exit 3               | t.console:1: error: the shell ended here, or did not end in time; the last it said: no; let the command end; one that goes on belongs into the background, with '&'
                    $ true`n`$ echo no >&2; (exit 3)    | t.console:2: error: this command failed with exit code 3: no; show what it says where readers should see it fail
                    $ cat                               | ``
                    """)
    void whatDiffersIsToldWithItsLine(String transcript, String told) throws Exception {
        List<String> lines = run(transcript.replace("`n`", "\n") + "\n");

        assertThat(String.join("\n", lines)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    pid …, of …          | pid 17, of 3        | true
                    pid …, of …          | pid 17              | false
                    …`n`last             | one`n`two`n`last    | true
                    …`n`last             | last                | true
                    …`n`last             | last`n`more         | false
                    a`n`…`n`b`n`…`n`c    | a`n`b`n`x`n`b`n`c   | true
                    a`n`…`n`b`n`…`n`c    | a`n`c               | false
                    a.c                  | abc                 | false
                    """)
    void anEllipsisStandsForWhatVaries(String shown, String said, boolean isGood) {
        ShownOutput output = new ShownOutput("t.out");
        int number = 0;
        for (String line : shown.replace("`n`", "\n").lines().toList()) {
            output.add(++number, line);
        }

        assertThat(output.difference(said.replace("`n`", "\n").lines().toList(), 0)
                        .isEmpty())
                .isEqualTo(isGood);
    }

    @Test
    void whatNoCommandPrintedIsNoTranscript() {
        Transcript.read("t.console", "\n42\n$ true\n", problems);
        Transcript.read("e.console", "# nothing yet\n", problems);

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "e.console: error: there is no command in it; write one behind '$ '",
                        "t.console:2: error: no command printed this; write one above it, behind '$ '");
    }

    private List<String> run(String text) throws IOException, InterruptedException {
        Transcript transcript = Transcript.read("t.console", text, problems);
        assertThat(problems.sorted()).isEmpty();
        Process shell = new ProcessBuilder("bash", "--noprofile", "--norc", "-c", transcript.script())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return transcript.judge(said).stream().map(Problem::toString).toList();
    }
}
