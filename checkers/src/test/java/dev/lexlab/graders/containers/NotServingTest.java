package dev.lexlab.graders.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Failure;
import dev.lexlab.lab.text.Untrusted;
import org.junit.jupiter.api.Test;

class NotServingTest {

    @Test
    void saysThatTheWorkWasDoneWhereTheContainerEndedWell() {
        Failure failure = ended(0, "there is no service in this image yet\n");

        assertThat(failure.diagnosis()).isEqualTo("ends-at-once");
        assertThat(failure.feedback().summary()).isEqualTo("the container ended at once, as if its work were done");
        assertThat(failure.feedback().seen())
                .map(Untrusted::value)
                .contains("it ended with exit code 0; the end of its log: there is no service in this image yet");
    }

    @Test
    void knowsAMissingFileByPythonsWordsAndByTheShells() {
        assertThat(ended(2, "python3: can't open file '/app/notes.py': [Errno 2] No such file or directory\n")
                        .diagnosis())
                .isEqualTo("program-missing");
        assertThat(ended(127, "/bin/sh: 1: notes.py: not found\n").diagnosis()).isEqualTo("program-missing");
    }

    @Test
    void guessesNothingWhereTheProgramGaveUpForAReasonOfItsOwn() {
        Failure failure = ended(2, "notes.py: error: unrecognized arguments: --adress\n");

        assertThat(failure.diagnosis()).isEmpty();
        assertThat(failure.feedback().next())
                .hasValueSatisfying(next -> assertThat(next).startsWith("Read the last line of the log"));
    }

    @Test
    void showsTheEndOfALongLogAndSaysWhereThereIsNone() {
        assertThat(ended(1, "1\n2\n3\n\n4\n5\n6\n7\n").feedback().seen())
                .map(Untrusted::value)
                .contains("it ended with exit code 1; the end of its log: 3\n4\n5\n6\n7");
        assertThat(ended(1, "\n").feedback().seen())
                .map(Untrusted::value)
                .contains("it ended with exit code 1; it wrote nothing");
    }

    @Test
    void tellsASilentContainerFromOneThatEnded() {
        Failure failure = NotServing.failure(FakeContainer.running(""), true);

        assertThat(failure.feedback().summary()).isEqualTo("the container runs, but nothing in it waits for visitors");
        assertThat(failure.diagnosis()).isEmpty();
    }

    private static Failure ended(int exitCode, String log) {
        return NotServing.failure(FakeContainer.ended(exitCode, log), false);
    }
}
