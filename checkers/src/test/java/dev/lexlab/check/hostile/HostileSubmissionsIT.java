package dev.lexlab.check.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.Leftover;
import dev.lexlab.check.engine.Loosened;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Work that means harm, each case three times: with everything in force, where it is held and told; as the nearest thing that is
 * allowed, which passes; and with the one control that is named a little weaker, where something else is seen. A control whose
 * weakening changes nothing would hold nothing.
 */
class HostileSubmissionsIT {
    @TempDir
    static Path folder;

    private static final List<String> TABLE = new ArrayList<>();
    private static Set<String> before;
    private static Canary canary;
    private static Box box;

    @BeforeAll
    static void open() throws Exception {
        before = runsOnTheEngine();
        canary = new Canary(folder);
        box = new Box(folder);
    }

    @AfterAll
    static void leaveNothingBehind() throws Exception {
        box.close();
        assertThat(before).containsAll(runsOnTheEngine());
        canary.close();
        List<String> lines = new ArrayList<>(List.of(
                "| case | what is tried | held by | held | permitted | loosened |", "|---|---|---|---|---|---|"));
        lines.addAll(TABLE);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/hostile-submissions.md"), lines);
        lines.forEach(System.out::println);
    }

    /** Of this account, beside the one that looks. */
    private static Set<String> runsOnTheEngine() throws Exception {
        try (Engine engine = Loosened.NOTHING.connect(System.getenv())) {
            return engine.inUse().stream().map(Leftover::run).collect(Collectors.toSet());
        }
    }

    @TestFactory
    Stream<DynamicTest> isHeldAndWouldNotBeWithoutTheControl() {
        return Stream.of(
                        new Programs(box).cases(),
                        new Recipes(box).cases(),
                        new Folders(folder, canary).cases(),
                        new Statements(box, folder).cases(),
                        new Brokers(box, folder).cases(),
                        new Texts(box).cases(),
                        new Ways(box, folder, canary).cases(),
                        new Machinery(box, folder).cases())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(HostileCase::number))
                .map(one -> dynamicTest(one.name(), () -> look(one)));
    }

    private static void look(HostileCase one) throws Exception {
        assertThat(one.attempt().seen()).as("held").contains(one.held());
        assertThat(canary.isUntouched()).as("the canary is untouched").isTrue();
        assertThat(one.permitted().seen()).as("permitted").contains(one.passes());
        assertThat(one.loosened().seen())
                .as("with a weaker control")
                .contains(one.differs())
                .doesNotContain(one.held());
        TABLE.add("| " + one.number() + " | " + one.what() + " | " + one.control() + " | ✔ " + cell(one.held())
                + " | ✔ " + cell(one.passes()) + " | ✔ " + cell(one.differs()) + " |");
    }

    private static String cell(String words) {
        return words.replace("\n", "; ").replace("|", "\\|");
    }
}
