package dev.lexlab.site.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentScannerTest {
    @TempDir
    private Path folder;

    private Problems problems = new Problems();

    @Test
    void aTextWithoutIncludesIsReadLikeOneWithSome() throws IOException {
        String text = "---\nterm: Tea\n---\n\n# Tea\n\tstays  \n  \nlast";
        SourceText plain = page(text + "\n");
        SourceText escaped = page(text + "\n\\include::x[]\n");

        assertThat(plain.frontMatter()).contains("term: Tea\n").isEqualTo(escaped.frontMatter());
        assertThat(plain.body()).extracting(SourceText.Line::text).containsExactly("", "# Tea", "\tstays", "", "last");
        assertThat(plain.body()).isEqualTo(escaped.body().subList(0, 5));
        assertThat(plain.body().get(4).number()).isEqualTo(8);
        assertThat(escaped.body().get(5).text()).isEqualTo("include::x[]");
    }

    @Test
    void aHiddenMarkIsToldWhereItStandsWithAndWithoutIncludes() throws IOException {
        String text =
                "---\nterm: lexlab-hidden: a\n---\n\nlexlab-hidden\nwords <!-- lexlab-hidden:b --> lexlab-hidden:c\n";
        for (String more : List.of("", "\\include::x[]\n")) {
            SourceText unused = page(text + more);

            assertThat(problems.sorted())
                    .filteredOn(problem -> problem.what().contains("readers must never see"))
                    .extracting(problem -> problem.place().line() + " " + problem.what())
                    .as(more)
                    .containsExactly(
                            "2 'lexlab-hidden: a' marks what readers must never see",
                            "6 'lexlab-hidden:b' marks what readers must never see");
        }
    }

    private SourceText page(String text) throws IOException {
        Files.createDirectories(folder.resolve("content/tea"));
        Files.writeString(folder.resolve("content/tea/index.md"), text);
        Course course = new Course(folder);
        problems = new Problems();
        return new ContentScanner(new Roots(course, course.content(), course.labs()), problems)
                .scan()
                .pages()
                .get(0)
                .source();
    }
}
