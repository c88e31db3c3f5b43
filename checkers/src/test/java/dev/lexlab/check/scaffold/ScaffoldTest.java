package dev.lexlab.check.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lexlab.check.prove.Case;
import dev.lexlab.check.prove.Cases;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is begun is whole: labs, graders, images and fixtures fit each other; what cannot be begun writes nothing. */
class ScaffoldTest {
    private static final Path KITS = Path.of("src/main/resources/dev/lexlab/check/scaffold/kits");

    @TempDir
    Path folder;

    private Course course = new Course(Path.of(""));

    @BeforeEach
    void aSite() throws Exception {
        Path root = folder.resolve("my-course");
        NewSite.make(root, Optional.empty(), Optional.of(folder.resolve("lexlab/lexlab")));
        course = new Course(root);
    }

    @Test
    void aSiteHasOneConceptAndALauncherThatFindsItsLexlab() throws Exception {
        assertThat(read("content/site.yml")).contains("title: \"My course\"");
        assertThat(read("README.md")).startsWith("# My course\n").contains("`../lexlab/lexlab`");
        assertThat(read("lexlab")).contains("lexlab=${LEXLAB:-$here/../lexlab/lexlab}");
        assertThat(course.root().resolve("lexlab")).isExecutable();
        assertThat(course.root().resolve(".lexlab")).isEmptyDirectory();
    }

    @Test
    void editorsFindTheSchemaWhereItLies() throws Exception {
        assertThat(read("content/site.yml")).startsWith("title:"); // in this test there is no Lexlab beside the course

        Path lexlab = Path.of("").toAbsolutePath().resolveSibling("lexlab");
        NewSite.make(folder.resolve("another"), Optional.empty(), Optional.of(lexlab));
        Path site = folder.resolve("another/content/site.yml");
        String first = Files.readAllLines(site).get(0);

        assertThat(first).startsWith("# yaml-language-server: $schema=../");
        assertThat(site.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize())
                .content()
                .contains("\"$id\": \"urn:lexlab:site:v1\"");
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws Exception {
        String before = Hashes.ofFolder(course.root());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> NewSite.make(course.root(), Optional.empty(), Optional.empty()))
                .withMessageContaining("is not empty: .gitignore and 4 more; name another one");
        assertThat(Hashes.ofFolder(course.root())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"redis,false", "redis,true", "nginx,false", "nginx,true", "memcached,false", "memcached,true"})
    void aLabFitsItsGraderImagesAndFixturesAtOnce(String service, boolean isJava) throws Exception {
        Made made = NewLab.make(course, request("a-lab", service, isJava));

        List<Case> cases = Cases.of(course, labs(), every -> true, task -> false);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(7);
        ServiceDefinition server = new ServiceReader(course).read(service);
        assertThat(server.isServer()).isTrue();
        assertThat(new ServiceReader(course).read(service + "-client").tmpfs()).containsKey("/work");
        assertThat(made.files())
                .allSatisfy(file -> assertThat(course.root().resolve(file)).isNotEmptyFile());
        assertThat(made.next()).containsExactly("./lexlab setup a-lab", "./lexlab prove a-lab", "./lexlab serve");
        assertThat(texts()).noneMatch(text -> text.contains("{{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "nginx", "server"})
    void everyFileOfAKitIsUsed(String name) throws Exception {
        Kit kit = Kit.of(name, new Words().put("Service", "Any"));
        TreeSet<String> named = new TreeSet<>(List.of(
                "kit.yml", "concept.md", "term.md", "sources.yml", "lab.yml", "guide.md", "checks.yml", "Grader.java"));
        kit.server().forEach(file -> named.add("server/" + file));
        kit.client().forEach(file -> named.add("client/" + file));
        kit.examples().forEach(file -> named.add("examples/" + file));
        kit.starter().forEach(file -> named.add("starter/" + file));
        kit.fixtures().forEach(file -> named.add("fixtures/" + file));

        try (Stream<Path> files = Files.walk(KITS.resolve(name))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> KITS.resolve(name).relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void aLabIsGradedByMavenAsTheOthersAre() throws Exception {
        Words words = new Words().put("lab", "rabbitmq").put("task", "topics").put("title", "RabbitMQ, who hears what");

        assertThat(words.in(Resources.text("shared/pom.xml")))
                .isEqualTo(Files.readString(Path.of("../labs/rabbitmq/pom.xml")));
    }

    @Test
    void aSecondLabOnTheSameServerNeedsNoNewImageAndNoSecondPage() throws Exception {
        NewLab.make(course, request("redis", "redis", false));
        String images = Hashes.ofFolder(course.labs().resolve("images"));

        Made made = NewLab.make(
                course,
                new LabRequest(
                        "more",
                        "redis",
                        Optional.of("redis"),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(Hashes.ofFolder(course.labs().resolve("images"))).isEqualTo(images);
        assertThat(made.files()).noneMatch(file -> file.startsWith("content/"));
        assertThat(Cases.of(course, labs(), every -> true, task -> false)).isNotEmpty();
    }

    @Test
    void aServerThatIsDividedElsewhereIsATasksOwn() throws Exception {
        write("labs/images/postgres/Dockerfile", "FROM debian:trixie-slim\n");
        write("labs/images/postgres/service.yml", """
                about: PostgreSQL
                ports: {postgres: 5432}
                ready: [true]
                reset: [true]
                limits: {memory-mb: 64, processes: 20, cpus: 1}
                tmpfs: {/tmp: 8}
                """);

        NewLab.make(
                course,
                new LabRequest(
                        "databases",
                        "postgres",
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(read("labs/databases/lab.yml")).contains("postgres: {image: postgres, lease: own}");
    }

    @Test
    void whatIsThereIsNeverOverwrittenAndNothingElseIsWritten() throws Exception {
        write("checkers/src/test/submissions/redis/keep-for-a-while/solution/keep", "mine\n");
        String before = Hashes.ofFolder(course.root());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> NewLab.make(course, request("redis", "redis", false)))
                .withMessage("nothing was written, because this is there already:"
                        + " checkers/src/test/submissions/redis/keep-for-a-while/solution/keep");
        assertThat(Hashes.ofFolder(course.root())).isEqualTo(before);
    }

    @Test
    void anInterruptedMoveLeavesNothing() throws Exception {
        write("labs/redis-notes.txt", "mine\n");
        Files.createDirectories(course.labs().resolve("images"));
        // A folder stands where a file of the lab belongs: the last of the moves cannot be made.
        NewFiles files = new NewFiles(course.root());
        files.add("content/new/index.md", "a page\n");
        files.add("labs/redis-notes.txt/lab.yml", "a lab\n");
        String before = Hashes.ofFolder(course.root());

        assertThatExceptionOfType(IOException.class).isThrownBy(files::write);
        assertThat(Hashes.ofFolder(course.root())).isEqualTo(before);
        assertThat(course.root().resolve("content/new")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Redis Lab|redis|'Redis Lab' cannot be the name of a lab; use a-z, 0-9 and single hyphens between them, like"
                        + " 'redis-lab'",
                "images|redis|no lab can be called 'images': something else has that name already",
                "glossary|redis|no concept can be called 'glossary': something else has that name already",
                "cache|redsi|there is no image 'redsi' in labs/images, and no recipe for one here; did you mean 'redis'?"
                        + " Any other server of Debian: --package NAME --port N --command 'PROGRAM …'"
            })
    void badNamesAreUsage(String lab, String service, String message) throws Exception {
        String before = Hashes.ofFolder(course.root());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> NewLab.make(
                        course,
                        new LabRequest(
                                lab,
                                service,
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .withMessage(message);
        assertThat(Hashes.ofFolder(course.root())).isEqualTo(before);
    }

    @Test
    void optionsThatDoNotFitAreUsage() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> NewLab.make(
                        course,
                        new LabRequest(
                                "cache",
                                "redis",
                                Optional.empty(),
                                false,
                                Optional.of("redis-server"),
                                Optional.of(6379),
                                Optional.empty(),
                                Optional.empty())))
                .withMessage("--package, --port would make a new image, and 'redis' is known here; leave them out");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> NewLab.make(
                        course,
                        new LabRequest(
                                "cache",
                                "memcached",
                                Optional.empty(),
                                false,
                                Optional.of("memcached"),
                                Optional.of(70_000),
                                Optional.of("memcached"),
                                Optional.empty())))
                .withMessage("a port is a number from 1 to 65535, not 70000 (--port)");
    }

    @Test
    void aTermIsAPageOfItsConcept() throws Exception {
        Made made = term("client-and-server/socket", "What a program holds a connection by");

        assertThat(made.files()).containsExactly("content/client-and-server/terms/socket.md");
        assertThat(read("content/client-and-server/terms/socket.md"))
                .contains("term: \"Socket\"\n")
                .contains("definition: \"What a program holds a connection by.\"\n")
                .contains("requires: [client-and-server]\n")
                .contains("sources: [rfc-9293]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "socket|X|a term is named CONCEPT/SLUG, like postgres/wal, not 'socket'",
                "client-and-serve/socket|X|there is no concept 'client-and-serve'; did you mean 'client-and-server'?",
                "client-and-server/port|X|there is a term 'port' already: content/client-and-server/terms/port.md",
                "client-and-server/socket||say in one sentence what it means: ./lexlab new term client-and-server/socket"
                        + " --definition \"…\""
            })
    void aTermThatCannotBeIsUsage(String where, String definition, String message) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> NewTerm.make(
                        course, where, Optional.ofNullable(definition), Optional.empty(), Optional.empty()))
                .withMessage(message);
    }

    private Made term(String where, String definition) throws Exception {
        return NewTerm.make(course, where, Optional.of(definition), Optional.empty(), Optional.empty());
    }

    private static LabRequest request(String name, String service, boolean isJava) {
        boolean isKnown = Kit.KNOWN.contains(service);
        return new LabRequest(
                name,
                service,
                Optional.empty(),
                isJava,
                isKnown ? Optional.empty() : Optional.of(service),
                isKnown ? Optional.empty() : Optional.of(11_211),
                isKnown ? Optional.empty() : Optional.of(service + " -l 0.0.0.0"),
                Optional.empty());
    }

    private List<LabDefinition> labs() {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course, problems).readAll();
        assertThat(problems.sorted()).isEmpty();
        return labs;
    }

    private List<String> texts() throws IOException {
        try (Stream<Path> files = Files.walk(course.root())) {
            return files.filter(file -> Files.isRegularFile(file)
                            && !file.toString().endsWith(".class")
                            && !file.toString().contains(".lexlab"))
                    .map(ScaffoldTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(course.root().resolve(name));
    }

    private void write(String name, String text) throws IOException {
        Path file = course.root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
