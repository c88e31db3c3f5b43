package dev.lexlab.lab;

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

class LabReaderTest {
    private static final String GOOD = """
            concept: postgres
            title: A lab
            summary: About something.
            tasks:
              first-task:
                title: First
                summary: Do it.
                minutes: 20
                difficulty: 1
                points: 3
                terms: [constraint]
                files:
                  - path: schema.sql
                    about: the tables
                servers:
                  db: {image: postgres, lease: shared}
                grader: org.example.Grader
                checks:
                  - id: loads
                    points: 1
                    says: The schema loads
                  - id: holds
                    points: 2
                    says: The rule holds
                    after: loads
                hints: [one, two, three]
                diagnoses:
                  no-rule: {says: There is no rule., next: Write one., term: constraint}
            """;

    @TempDir
    Path root;

    @BeforeEach
    void aCourseWithOneLab() throws IOException {
        Files.createDirectories(root.resolve("labs/images/postgres"));
        Files.createDirectories(root.resolve("labs/demo/guide"));
        Files.createDirectories(root.resolve("labs/demo/starter/first-task"));
        Files.writeString(root.resolve("labs/demo/guide/first-task.md"), "Do it.");
        Files.writeString(root.resolve("labs/demo/starter/first-task/schema.sql"), "");
    }

    @Test
    void readsEverythingAnAuthorWrote() throws IOException {
        Reading reading = read(GOOD);

        assertThat(reading.problems).isEmpty();
        LabDefinition lab = reading.labs.get(0);
        TaskDefinition task = lab.task("first-task").orElseThrow();
        assertThat(lab.id()).isEqualTo("demo");
        assertThat(task.points()).isEqualTo(3);
        assertThat(task.check("holds").orElseThrow().needs()).contains("loads");
        assertThat(task.servers().get(0).lease()).isEqualTo(TaskDefinition.Lease.SHARED);
        assertThat(task.diagnosis("no-rule").orElseThrow().term().orElseThrow().slug())
                .isEqualTo("constraint");
    }

    @Test
    void readsMachinesWithTheirNetworks() throws IOException {
        Files.createDirectories(root.resolve("labs/images/client"));
        TaskDefinition task = read(GOOD.replace(
                        "    grader:",
                        "    sandboxes:\n      dev: {image: client, networks: [private]}\n    helpers:\n"
                                + "      visitor: {image: client}\n    bases: [client]\n    grader:"))
                .labs
                .get(0)
                .tasks()
                .get(0);

        assertThat(task.machines())
                .containsExactly(
                        new TaskDefinition.Machine("dev", "client", TaskDefinition.Kind.SANDBOX, List.of("private")),
                        new TaskDefinition.Machine("visitor", "client", TaskDefinition.Kind.HELPER, List.of("lab")));
        assertThat(task.servers().get(0).networks()).containsExactly("lab");
        assertThat(task.images()).containsExactly("client", "postgres");
    }

    @Test
    void readsLinksAndTheImageTheyNeed() throws IOException {
        Files.createDirectories(root.resolve("labs/images/link"));
        TaskDefinition task = read(withLinks("wire: {to: db}", "other: {to: db, networks: [side]}"))
                .labs
                .get(0)
                .tasks()
                .get(0);

        assertThat(task.links())
                .containsExactly(
                        new TaskDefinition.Link("wire", "db", List.of("lab")),
                        new TaskDefinition.Link("other", "db", List.of("side")));
        assertThat(task.images()).containsExactly("link", "postgres");
    }

    @Test
    void refusesLinksThatLeadNowhereOrAreInEachOthersWay() throws IOException {
        assertThat(read(withLinks(
                                "wire: {to: bd}", "db: {to: db}", "more: {to: db}", "far: {to: db, networks: [moon]}"))
                        .problems
                        .stream()
                        .map(Problem::toString))
                .containsExactly(
                        "labs/demo/lab.yml:5:3: error: nobody is on a network of link 'far', so nothing goes through it;"
                                + " put it on a network of a sandbox, with 'networks'",
                        "labs/demo/lab.yml:5:3: error: task 'first-task' has two machines called 'db'; servers, sandboxes,"
                                + " helpers and links call each other by name: rename one",
                        "labs/demo/lab.yml:18:5: error: there is no image 'link', in which links run;"
                                + " copy labs/images/link of Lexlab",
                        "labs/demo/lab.yml:19:14: error: link 'wire' leads to 'bd', which is no server of the task; did"
                                + " you mean 'db'?",
                        "labs/demo/lab.yml:21:13: error: two links stand for 'db' on network 'lab'; give each of them"
                                + " 'networks' of its own");
    }

    @Test
    void aLinkHasNoOtherKeysAndALinksServerMustBeNamed() throws IOException {
        Files.createDirectories(root.resolve("labs/images/link"));

        assertThat(read(withLinks("wire: {too: db}")).problems.stream().map(Problem::toString))
                .containsExactly(
                        "labs/demo/lab.yml:19:13: error: 'to' is missing; add 'to: …'",
                        "labs/demo/lab.yml:19:14: error: unknown key 'too'; did you mean 'to'?");
    }

    /** With two sandboxes, so that there is somebody on both networks. */
    private static String withLinks(String... links) {
        return GOOD.replace(
                "    grader:",
                "    sandboxes: {dev: {image: postgres}, visitor: {image: postgres, networks: [side]}}\n    links:\n      "
                        + String.join("\n      ", links) + "\n    grader:");
    }

    @Test
    void refusesMachinesThatWouldBeTakenForEachOther() throws IOException {
        Reading reading = read(GOOD.replace("    grader:", "    sandboxes:\n      db: {image: nowhere}\n    grader:"));

        assertThat(reading.problems.stream().map(Problem::what))
                .containsExactlyInAnyOrder(
                        "there is no image 'nowhere'", "task 'first-task' has two machines called 'db'");
    }

    @Test
    void tellsAllFaultsAtOnceWithTheirPlaces() throws IOException {
        String faulty = GOOD.replace("minutes: 20", "minuets: 20")
                .replace("after: loads", "after: laods")
                .replace("points: 3", "points: 4")
                .replace("lease: shared", "lease: rented")
                .replace("[one, two, three]", "[one]");

        assertThat(read(faulty).problems.stream().map(Problem::toString))
                .containsExactly(
                        "labs/demo/lab.yml:6:5: error: 'minutes' is missing; add 'minutes: …'",
                        "labs/demo/lab.yml:8:5: error: unknown key 'minuets'; did you mean 'minutes'?",
                        "labs/demo/lab.yml:10:5: error: the checks have 3 points in all, not 4; correct 'points' or those of the checks",
                        "labs/demo/lab.yml:16:29: error: a lease is 'shared' or 'own', not 'rented'",
                        "labs/demo/lab.yml:25:9: error: 'after: laods' names no check above this one; did you mean 'loads'?",
                        "labs/demo/lab.yml:26:5: error: hints are a ladder of three, here are 1; a nudge, a pointer, nearly the solution");
    }

    @Test
    void wantsTheSumOfThePointsAndTellsItOnce() throws IOException {
        assertThat(read(GOOD.replace("    points: 3\n", "")).problems.stream().map(Problem::what))
                .containsExactly("'points' is missing");
    }

    @Test
    void refusesATaskWithoutStarterOrGuideAndAStarterWithoutTask() throws IOException {
        Files.delete(root.resolve("labs/demo/guide/first-task.md"));
        Files.createDirectories(root.resolve("labs/demo/starter/second-task"));
        Files.delete(root.resolve("labs/demo/starter/first-task/schema.sql"));

        assertThat(read(GOOD).problems.stream().map(Problem::what))
                .containsExactlyInAnyOrder(
                        "the starter of 'first-task' has no file 'schema.sql'",
                        "task 'first-task' has no guide",
                        "no task of labs/demo/lab.yml has this name");
    }

    @Test
    void refusesWhatIsNoYamlWithItsLine() throws IOException {
        assertThat(read("concept: [a\ntitle: b\n").problems.get(0).toString())
                .startsWith("labs/demo/lab.yml:2:6: error: this is not YAML: ");
    }

    @Test
    void refusesAFileOutsideTheTask() throws IOException {
        assertThat(read(GOOD.replace("path: schema.sql", "path: ../../lab.yml")).problems.stream()
                        .map(Problem::what))
                .contains("'../../lab.yml' leaves the task's folder");
    }

    private Reading read(String yaml) throws IOException {
        Files.writeString(root.resolve("labs/demo/lab.yml"), yaml);
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(new Course(root), problems).readAll();
        return new Reading(labs, problems.sorted());
    }

    private record Reading(List<LabDefinition> labs, List<Problem> problems) {}
}
