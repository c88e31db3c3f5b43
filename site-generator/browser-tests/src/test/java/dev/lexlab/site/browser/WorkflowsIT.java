package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the files for CI hosts say is done as they say it, in a clean clone; and what they publish is what visitors get. */
@InBrowser
class WorkflowsIT {
    private static final Path CHECKOUT =
            Course.around(Path.of("")).orElseThrow().root();

    /** Lines that are not run here, by job, each with its reason. Whatever is not named here is run. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "ci/selftest: ./lexlab selftest",
            "this test is a part of it",
            "gitlab/selftest: ./lexlab selftest",
            "this test is a part of it",
            "grade/grade: ./lexlab setup --yes \"${TASK%%/*}\"",
            "installs on the machine; selftest begins with the same",
            "grade/grade: ./lexlab check \"$TASK\" --work \"../submission/$WORK\" --engine required"
                    + " --json target/result.json --html target/report.html",
            "needs what setup installs; selftest ends with the same, on a solution",
            "pull-request/proofs: ./lexlab setup --yes",
            "installs on the machine; selftest begins with the same",
            "pull-request/proofs: ./lexlab prove",
            "takes half an hour; FixturesIT proves the same",
            "gitlab/*: apt-get update && apt-get install -y --no-install-recommends openjdk-21-jdk-headless maven git",
            "installs on the machine");

    /** Actions of a job that needs what is not run. */
    private static final Set<String> NOT_USED = Set.of("grade/grade");

    private static final CiFiles FILES = new CiFiles(Map.of(
            "inputs.course", "some/where",
            "inputs.task", "postgres/rules-in-the-schema",
            "inputs.work", "."));

    @TempDir
    static Path folder;

    private static final Set<String> SKIPPED = new TreeSet<>();
    private static final List<String> RUN = new ArrayList<>();

    /** A host of pages, the sub-folder it gives the site, and the job that makes it. */
    enum Pages {
        GITHUB("publish", "/where/", "https://some.github.io/where/"),
        GITLAB("gitlab-pages", "/some/where/", "https://pages.example.org/some/where/");

        private final String job;
        private final String path;
        private final String published;

        Pages(String job, String path, String published) {
            this.job = job;
            this.path = path;
            this.published = published;
        }

        PlainHost serve() throws IOException {
            return PlainHost.serve(folder.resolve("kept").resolve(job), path);
        }
    }

    @BeforeAll
    static void runAll() throws Exception {
        CiMachine machine = new CiMachine(
                CHECKOUT,
                folder,
                Map.of(
                        "CI", "true",
                        "GITHUB_REPOSITORY", "some/where",
                        "GITHUB_REPOSITORY_OWNER", "some",
                        "GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString(),
                        "CI_PAGES_URL", "https://pages.example.org/some/where"));
        String job = "";
        for (CiStep step : steps()) {
            String line = step.job() + ": " + step.run().orElse("");
            String anywhere = "gitlab/*: " + step.run().orElse("");
            if (NOT_RUN.containsKey(line) || (step.job().startsWith("gitlab/") && NOT_RUN.containsKey(anywhere))) {
                SKIPPED.add(NOT_RUN.containsKey(line) ? line : anywhere);
            } else if (!NOT_USED.contains(step.job())) {
                if (!job.equals(step.job())) {
                    machine.cleanClone();
                    job = step.job();
                }
                machine.run(step);
                RUN.add(line);
            }
        }
        machine.awaitQuiet();
    }

    private static List<CiStep> steps() throws IOException {
        List<CiStep> steps = new ArrayList<>();
        try (Stream<Path> workflows = Files.list(CHECKOUT.resolve(".github/workflows"))) {
            for (Path workflow : workflows.sorted().toList()) {
                steps.addAll(FILES.github(workflow));
            }
        }
        steps.addAll(FILES.gitlab(CHECKOUT.resolve(".gitlab-ci.yml")));
        return steps;
    }

    @Test
    void everyLineIsRunOrNamedWithTheReasonWhyNot() {
        assertThat(SKIPPED).isEqualTo(new TreeSet<>(NOT_RUN.keySet()));
        assertThat(RUN)
                .filteredOn(line -> line.startsWith("publish/build: ./lexlab site"))
                .hasSize(1);
        assertThat(RUN).filteredOn(line -> line.startsWith("gitlab/pages: ")).hasSizeGreaterThan(2);
        assertThat(RUN)
                .filteredOn(line -> line.startsWith("pull-request/site: ./lexlab site"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatIsPublishedLeadsNowhereNorDoesThePageForWhatIsNotThere(Pages pages) throws Exception {
        try (PlainHost host = pages.serve()) {
            Crawl crawl = new Crawl(host.address(), pages.published);
            crawl.all();

            assertThat(crawl.broken()).isEmpty();
            Set<String> reached = crawl.pages();
            assertThat(reached).hasSizeGreaterThan(80);
            assertThat(htmlFiles(folder.resolve("kept").resolve(pages.job)))
                    .as("files that no page leads to")
                    .filteredOn(name -> !reached.contains(name))
                    .containsExactly("404.html");
            int references = crawl.references();
            assertThat(references).isGreaterThan(2000);

            assertThat(crawl.lost(host.address() + "no/such/deep/page.html")).isEqualTo(404);
            assertThat(crawl.broken()).isEmpty();
            assertThat(crawl.references()).isGreaterThan(references);
            System.out.printf(
                    "published by %s: %d pages, %d references, none broken%n", pages, reached.size(), references);
        }
    }

    private static List<String> htmlFiles(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.map(file -> site.relativize(file).toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** With whole history, and with a base URL that names a host, there is what only then can be. */
    @ParameterizedTest
    @EnumSource
    void whatNeedsTheHistoryAndTheAddressIsThere(Pages pages) throws IOException {
        Path site = folder.resolve("kept").resolve(pages.job);

        assertThat(site.resolve("sitemap.xml")).content().contains("<loc>" + pages.published + "postgres/wal.html");
        assertThat(site.resolve("changes.xml")).content().contains("<updated>");
        try (Stream<Path> files = Files.walk(site)) {
            assertThat(files).noneMatch(Files::isSymbolicLink);
        }
    }

    @ParameterizedTest
    @EnumSource
    void searchWorksWhereItIsPublished(Pages pages, Reader reader) throws IOException {
        try (PlainHost host = pages.serve()) {
            Page page = reader.atDesk().at(host.address()).open("containers/process.html");
            page.locator("button.search-open").click();
            page.locator("dialog [role=combobox]").fill("write-ahead");

            page.locator("dialog [role=option]").first().click();

            page.waitForURL(Pattern.compile(Pattern.quote(host.address()) + "postgres/wal\\.html.*"));
            assertThat(page.locator("h1")).hasText("Write-ahead log");
            reader.leave();
        }
    }
}
