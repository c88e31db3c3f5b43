package dev.lexlab.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Exhibit.Message;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {

    @Test
    void drawsALifelineForEachAndAnArrowForEachMessage() {
        Element svg = svg(
                Samples.message("A", "B", "ask", false),
                Samples.message("B", "C", "pass on", false),
                Samples.message("C", "A", "answer", true));

        assertThat(svg.select(".who").eachText()).containsExactly("A", "B", "C");
        assertThat(svg.select("line.life")).hasSize(3);
        assertThat(svg.select("path.sent")).hasSize(2);
        assertThat(svg.select("path.sent-head")).hasSize(2);
        assertThat(svg.select("path.reply")).hasSize(1);
        assertThat(svg.select(".label").eachText()).containsExactly("1 ask", "2 pass on", "3 answer");
    }

    @Test
    void arrowsGoFromWhoSendsToWhoGetsIt() {
        Element svg = svg(Samples.message("A", "B", "there", false), Samples.message("B", "A", "back", true));
        int a = number(svg.select("line.life").get(0), "x1");
        int b = number(svg.select("line.life").get(1), "x1");

        assertThat(a).isLessThan(b);
        assertThat(svg.expectFirst("path.sent").attr("d"))
                .startsWith("M" + a + " ")
                .endsWith("H" + (b - 2));
        assertThat(svg.expectFirst("path.reply").attr("d"))
                .startsWith("M" + b + " ")
                .endsWith("H" + (a + 2));
        assertThat(svg.expectFirst("path.sent-head").attr("d")).contains("L" + b + " ");
        assertThat(svg.expectFirst("path.reply-head").attr("d")).contains("L" + a + " ");
    }

    @Test
    void aMessageToOneselfIsALoop() {
        Element svg = svg(Samples.message("A", "A", "thinks", false));

        assertThat(svg.select(".who")).hasSize(1);
        assertThat(svg.expectFirst("path.sent").attr("d")).contains("v14");
    }

    @Test
    void makesRoomForWhatIsWrittenAndShortensTheRest() {
        String whole = "twenty characters ok";
        Element svg = svg(
                Samples.message("A", "B", whole, false),
                Samples.message("A", "B", "x".repeat(500), false),
                Samples.message("the longest name of all that there are", "B", "y\n\ty", false));
        int between = number(svg.select("line.life").get(1), "x1")
                - number(svg.select("line.life").get(0), "x1");

        assertThat(between).isGreaterThan(40 * 7);
        assertThat(svg.select(".label").eachText()).containsExactly("1 " + whole, "2 " + "x".repeat(39) + "…", "3 y y");
        assertThat(svg.select(".who").eachText()).contains("the longest name of all t…");
    }

    @Test
    void everythingLiesInsideOfThePicture() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            messages.add(Samples.message("P" + i % 5, "P" + i % 7, "z".repeat(i * 2), i % 3 == 0));
        }
        Element svg = svg(messages.toArray(Message[]::new));
        int width = number(svg, "width");

        assertThat(svg.select("rect")).hasSize(7).allSatisfy(box -> {
            assertThat(number(box, "x")).isPositive();
            assertThat(number(box, "x") + number(box, "width")).isLessThan(width);
        });
        assertThat(svg.select(".label[text-anchor=start]"))
                .isNotEmpty()
                .allSatisfy(
                        label -> assertThat(number(label, "x") + label.text().length() * 7)
                                .isLessThan(width));
        assertThat(svg.select(".label[text-anchor=middle]"))
                .isNotEmpty()
                .allSatisfy(
                        label -> assertThat(number(label, "x") - label.text().length() * 7 / 2)
                                .isPositive());
    }

    @Test
    void drawsOnlyTheFirstOfVeryManyMessages() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            messages.add(Samples.message("A", "B", "m", false));
        }

        assertThat(svg(messages.toArray(Message[]::new)).select("path.sent")).hasSize(SequenceDiagram.MOST_DRAWN);
    }

    private static Element svg(Message... messages) {
        Html html = new Html();
        new SequenceDiagram(new Exhibit.Trace("a trace", List.of(messages), messages.length), "d").draw(html);
        return Jsoup.parse(html.toString()).expectFirst("svg");
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.attr(attribute));
    }
}
