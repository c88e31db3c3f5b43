package dev.lexlab.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningPathTest {
    private final Site site = TinySite.site();
    private final LearningPath path = LearningPath.of(site, site.concepts().get(0));

    @Test
    void aTaskComesAsSoonAsAllItTeachesWasRead() {
        assertThat(path.steps())
                .extracting(step -> step.term().map(term -> term.slug()).orElse("task"))
                .containsExactly("leaf", "task", "hostile");
    }

    @Test
    void saysHowLongItTakes() {
        assertThat(path.readingMinutes()).isEqualTo(2);
        assertThat(path.practiceMinutes()).isEqualTo(10);
    }

    @Test
    void aMinuteIsTwoHundredWordsAndNothingTakesLess() {
        assertThat(minutes("")).isEqualTo(1);
        assertThat(minutes("<p>" + "word ".repeat(299) + "</p>")).isEqualTo(1);
        assertThat(minutes("<p>" + "<b>word</b> ".repeat(300) + "</p>")).isEqualTo(2);
    }

    private static int minutes(String html) {
        return ReadingTime.minutes(new Body(html, List.of(), List.of()));
    }
}
