package dev.lexlab.check.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WholeLabTest {

    @Test
    void isAboutTasksWhoseServerStays() throws Exception {
        Course course = Course.around(Path.of("")).orElseThrow();

        assertThat(new LabReader(course, new Problems())
                        .readAll().stream()
                                .filter(lab -> lab.id().equals(Surroundings.LAB))
                                .flatMap(lab -> lab.tasks().stream())
                                .filter(WholeLab::sharesItsServer)
                                .map(TaskDefinition::id))
                .containsExactly(
                        "rules-in-the-schema",
                        "read-the-catalog",
                        "explain-index-prove",
                        "two-writers",
                        "who-is-in-the-way");
    }
}
