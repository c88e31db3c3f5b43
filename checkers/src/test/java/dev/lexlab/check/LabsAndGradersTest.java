package dev.lexlab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lexlab.check.run.Graders;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabsAndGradersTest {

    @Test
    void everyTaskOfThisCourseFitsItsGraderOneToOne() {
        Problems problems = new Problems();
        Course course = Course.around(Path.of("")).orElseThrow();
        List<LabDefinition> labs = new LabReader(course, problems).readAll();
        Graders graders = new Graders(course);
        List<TaskDefinition> seen = new ArrayList<>();

        for (LabDefinition lab : labs) {
            for (TaskDefinition task : lab.tasks()) {
                assertThatCode(() -> graders.of(lab, task)).doesNotThrowAnyException();
                seen.add(task);
            }
        }

        assertThat(problems.sorted()).isEmpty();
        assertThat(seen).isNotEmpty();
    }
}
