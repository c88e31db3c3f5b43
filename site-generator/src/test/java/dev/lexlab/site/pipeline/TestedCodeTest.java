package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.pipeline.BuildOutcome.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The rest of what the folders {@code tested-code} and {@code untested-code} of {@code src/test/sites} say. */
class TestedCodeTest {
    private static final String INCLUDE = "include::../../../labs/box/examples/db/lid.sql[tag=plain]";

    @RegisterExtension
    static final WarmPipeline pipeline = new WarmPipeline();

    @TempDir
    Path folder;

    @Test
    void withoutTheKeyNothingIsAsked() throws Exception {
        TestSite site = TestSite.copy("untested-code", folder);
        site.replace("content/site.yml", "code: tested\n", "");

        BuildOutcome outcome = pipeline.build(site.request());

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.terms()).isEqualTo(4);
    }

    /** The page that the markup engines get is the same, so only what each line was read from can tell. */
    @Test
    void codeThatIsTypedWhereItWasIncludedIsToldByTheNextBuild() throws Exception {
        TestSite site = TestSite.copy("tested-code", folder);
        assertThat(pipeline.build(site.request()).status()).isEqualTo(Status.BUILT);
        site.replace("content/box/terms/lid.md", "```sql\n" + INCLUDE + "\n```", "```sql\nSELECT 1;\n\nSELECT 2;\n```");

        assertThat(TestSite.told(pipeline.build(site.request()).problems()))
                .startsWith("content/box/terms/lid.md:8:1: error: this code is tested by nothing; ")
                .hasLineCount(1);
    }

    @Test
    void everyBlockIsSeenWhereItStands() throws Exception {
        TestSite site = TestSite.copy("tested-code", folder);
        site.write("content/box/terms/many.md", page("```sql\nSELECT 1;\n```\n".repeat(100)));
        site.write("content/box/terms/more.adoc", page("[,sql]\n----\nSELECT 1;\n----\n".repeat(100)));

        List<Problem> problems = pipeline.build(site.request()).problems();

        assertThat(problems)
                .hasSize(200)
                .allMatch(problem -> problem.what().equals("this code is tested by nothing"))
                .extracting(problem -> problem.place().toString())
                .contains("content/box/terms/many.md:8:1", "content/box/terms/many.md:305:1")
                .contains("content/box/terms/more.adoc:9:1", "content/box/terms/more.adoc:405:1")
                .doesNotHaveDuplicates();
    }

    @Test
    void guidesAreNotAsked() throws Exception {
        TestSite site = TestSite.copy("labs", folder);
        site.replace("content/site.yml", "navigation:", "code: tested\nnavigation:");
        site.write("labs/carpentry/guide/saw.md", "```console\n$ ./saw\n```\n");

        assertThat(pipeline.build(site.request()).problems()).isEmpty();
        assertThat(site.body("labs/carpentry/saw.html")).contains("language-console");
    }

    @Test
    void labsMayLieElsewhereInTheCourse() throws Exception {
        TestSite site = TestSite.copy("tested-code", folder);
        Files.createDirectories(folder.resolve("material"));
        Files.move(folder.resolve("labs"), folder.resolve("material/labs"));
        Files.createSymbolicLink(folder.resolve("labs"), Path.of("material/labs"));

        assertThat(pipeline.build(site.request()).problems()).isEmpty();
    }

    private static String page(String body) {
        return "---\nterm: Page " + body.hashCode() + "\nlevel: beginner\ndefinition: A thing.\nsources: [one]\n---\n"
                + body;
    }
}
