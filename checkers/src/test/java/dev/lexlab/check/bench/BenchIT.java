package dev.lexlab.check.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured in this process, on a real server. Whether it is quick is not asked here: that depends on the machine. */
class BenchIT {
    private static final List<String> ROWS = List.of("empty-check", "fresh-database", "save-to-verdict");

    @TempDir
    Path state;

    private final TestConsole console = new TestConsole(false);

    @Test
    void figuresAreThereAndNothingIsLeft() throws Exception {
        Course course = Course.around(Path.of("")).orElseThrow();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_STATE_HOME", state.toString());
        List<Throwable> faults = new ArrayList<>();

        Bench bench = new Bench(course, environment, step -> {}, console.console(), () -> false, faults::add);
        ExitCode code = bench.run(ROWS, 2);

        assertThat(faults).isEmpty();
        assertThat(code).as(console.said()).isIn(ExitCode.YES, ExitCode.NO);
        for (String row : ROWS) {
            assertThat(console.said())
                    .containsPattern("(?m)^[✔✘] " + row + " +[0-9.-]+ +[0-9.-]+–[0-9.-]+ +2 +[0-9.]+ ");
        }
        assertThat(console.said()).containsPattern("(?m)^  save-to-verdict: .* \\((containers|embedded)\\)$");
        try (Engine engine = Engine.connect(environment)) {
            assertThat(engine.inUse()).isEmpty();
            assertThat(engine.swept()).as("left by the measuring").isEmpty();
        }
    }
}
