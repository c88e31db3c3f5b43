package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServersTest {
    private final Course course = Course.around(Path.of("")).orElseThrow();

    @Test
    void warmingWhatWasClosedMeanwhileIsNoError() throws Exception {
        TaskDefinition task = taskOnASharedServer();
        Servers servers = Servers.embedded(course, Map.of(), step -> {});

        servers.close();

        assertThatCode(() -> servers.warm(task)).doesNotThrowAnyException();
    }

    private TaskDefinition taskOnASharedServer() throws Exception {
        for (LabDefinition lab : new LabReader(course, new Problems()).readAll()) {
            for (TaskDefinition task : lab.tasks()) {
                if (task.servers().stream().anyMatch(server -> server.lease() == Lease.SHARED)) {
                    return task;
                }
            }
        }
        throw new IllegalStateException("no task shares a server");
    }
}
