package dev.lexlab.graders.postgres.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final Path LAB = Path.of("../labs/postgres");
    private static final Map<String, String> QUERIES = Map.of(
            "customer-by-email", Questions.BY_EMAIL,
            "oldest-open", Questions.OLDEST_OPEN,
            "latest-orders", Questions.LATEST_ORDERS);

    @Test
    void areThoseThatTheLearnerReads() throws IOException {
        String guide = Files.readString(LAB.resolve("guide/explain-index-prove.md"));
        for (Map.Entry<String, String> query : QUERIES.entrySet()) {
            String file =
                    Files.readString(LAB.resolve("starter/explain-index-prove/queries/" + query.getKey() + ".sql"));

            assertThat(file).endsWith("\n" + query.getValue() + ";\n");
            assertThat(guide).contains("```sql\n" + query.getValue() + ";\n```");
        }
    }

    @Test
    void askForListsOfEveryLength() {
        List<Question> questions = Questions.oldestOpen(new Draw(1, "oldest-open"));

        assertThat(questions)
                .hasSize(3)
                .allSatisfy(question -> assertThat(question.sql()).matches("(?s)SELECT .* LIMIT ([1-9]|1[0-5])"));
    }
}
