package dev.lexlab.check.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleReaderTest {
    private final Problems problems = new Problems();

    @TempDir
    private Path root;

    @BeforeEach
    void aLabAndAnImage() throws IOException {
        write("labs/images/postgres/service.yml", "about: a server\n");
        Files.createDirectories(root.resolve("labs/sql"));
    }

    @Test
    void aFileIsRunInTheImageThatItsFolderIsNamedFor() throws IOException {
        write("labs/sql/examples/postgres/mvcc.sql", "SELECT 1;\n");
        write("labs/sql/examples/postgres/mvcc.out", "1\n");
        write("labs/sql/examples/postgres/plan.console", "$ psql -f tables.ddl\n");
        write("labs/sql/examples/postgres/tables.ddl", "CREATE TABLE t ();\n");
        write("labs/sql/examples/postgres/.hidden", "");

        assertThat(read())
                .extracting(Example::name)
                .containsExactly("labs/sql/examples/postgres/mvcc.sql", "labs/sql/examples/postgres/plan.console");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void aLabNeedsNone() throws IOException {
        assertThat(read()).isEmpty();
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void whatNothingRunsWouldLookTested() throws IOException {
        write("labs/sql/examples/loose.sql", "SELECT 1;\n");
        write("labs/sql/examples/postgers/a.sql", "SELECT 1;\n");
        write("labs/sql/examples/postgres/a.sql", "SELECT 1;\n");
        write("labs/sql/examples/postgres/b.out", "1\n");
        write("labs/sql/examples/postgres/deeper/c.sql", "SELECT 1;\n");

        read();

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "labs/sql/examples/loose.sql: error: nothing runs this; put it into a folder that is named for the"
                                + " image it runs in: postgres",
                        "labs/sql/examples/postgers: error: there is no image 'postgers' to run this in; did you mean"
                                + " 'postgres'?",
                        "labs/sql/examples/postgres/b.out: error: nothing runs this, and no example beside it names it;"
                                + " examples end in .console, .sql, .py or .sh",
                        "labs/sql/examples/postgres/deeper: error: folders are not copied; keep the files side by side");
    }

    private List<Example> read() throws IOException {
        return new ExampleReader(new Course(root), problems).read(root.resolve("labs/sql"));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
