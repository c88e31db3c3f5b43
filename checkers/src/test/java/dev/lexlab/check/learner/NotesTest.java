package dev.lexlab.check.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestLab;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotesTest {
    private static final String FILE = ".lexlab/notes/demo/first.json";

    @TempDir
    Path root;

    private final TaskDefinition task = TestLab.task(NotesTest.class, TestLab.check("a"));
    private final LabDefinition lab = TestLab.lab(task);
    private final List<String> faults = new ArrayList<>();

    private Notes notes() {
        return new Notes(new Course(root), faults::add);
    }

    private Ladder ladder() {
        return new Ladder(notes(), lab, task);
    }

    @Test
    void theLadderIsClimbedOneRungAtATimeAndRemembered() throws IOException {
        assertThat(ladder().taken()).isEmpty();
        assertThat(ladder().climb()).isEqualTo(new Ladder.Hint(1, 3, "one", true));
        assertThat(ladder().climb()).isEqualTo(new Ladder.Hint(2, 3, "two", true));
        assertThat(ladder().taken()).extracting(Ladder.Hint::text).containsExactly("one", "two");
        assertThat(ladder().used()).isEqualTo(2);
        assertThat(ladder().climb().isLast()).isTrue();
        assertThat(ladder().climb()).isEqualTo(new Ladder.Hint(3, 3, "three", false));
        assertThat(Files.readString(root.resolve(FILE)))
                .isEqualTo("{\"schema\":\"lexlab/note/v1\",\"hintsUsed\":3,\"solutionSeen\":false}\n");
    }

    @Test
    void whoeverOnlyLooksLeavesNoTrace() throws IOException {
        assertThat(notes().of(lab, task)).isEqualTo(Note.NOTHING);
        assertThat(root.resolve(".lexlab")).doesNotExist();
    }

    @Test
    void everyHintCountsAlsoWhereSeveralAskAtOnce() throws IOException {
        List<CompletableFuture<Void>> asking = IntStream.range(0, 2)
                .mapToObj(number -> CompletableFuture.runAsync(this::climb))
                .toList();
        asking.forEach(CompletableFuture::join);

        assertThat(ladder().used()).isEqualTo(2);
    }

    private void climb() {
        try {
            ladder().climb();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSolutionThatWasSeenStaysSeen() throws IOException {
        notes().addSolution(lab, task);
        ladder().climb();

        assertThat(notes().of(lab, task)).isEqualTo(new Note(1, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                                    | it is no JSON object
            []                                                                    | it is no JSON object
            {"schema":"lexlab/note/v1","hintsUsed":2,                             | line 1 is not JSON
            {"schema":"lexlab/note/v1","hintsUsed":-1,"solutionSeen":false}       | 'hintsUsed' is not as we write it
            {"schema":"lexlab/note/v1","hintsUsed":9999999999,"solutionSeen":true}| line 1 is not JSON
            {"schema":"lexlab/note/v1","hintsUsed":"2","solutionSeen":false}      | 'hintsUsed' is not as we write it
            {"schema":"lexlab/note/v1","hintsUsed":2}                             | it is no whole lexlab/note/v1
            {"schema":"lexlab/note/v2","hintsUsed":2,"solutionSeen":false}        | it is no whole lexlab/note/v1
            {"schema":"lexlab/note/v1","hintsUsed":2,"solutionSeen":false} {}     | something stands behind its end
            """)
    void aFileThatCannotBeReadIsToldAndPutAside(String content, String why) throws IOException {
        Path file = root.resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThat(ladder().climb().number()).isEqualTo(1);
        assertThat(faults)
                .containsExactly(FILE + ": this note of your hints cannot be read, because " + why
                        + "; it is now first.json.unreadable-1, and counting begins anew at 0");
        assertThat(file.resolveSibling("first.json.unreadable-1")).hasContent(content);
        assertThat(ladder().used()).isEqualTo(1);

        Files.writeString(file, "again");
        assertThat(ladder().used()).isZero();
        assertThat(file.resolveSibling("first.json.unreadable-2")).hasContent("again");
    }
}
