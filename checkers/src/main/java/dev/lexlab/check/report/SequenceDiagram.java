package dev.lexlab.check.report;

import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Exhibit.Message;
import dev.lexlab.lab.text.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trace of messages as SVG: a lifeline for everybody who took part, in the order in which they appear, and an arrow for
 * each message from top to bottom, dashed where it is an answer. Long texts are shortened in it; the list that stands with
 * it has them whole, by the same numbers. The page's style sheet colours it.
 */
final class SequenceDiagram {
    /** More arrows than that are no picture any more. */
    static final int MOST_DRAWN = 60;

    private static final int LONGEST_NAME = 26;
    private static final int LONGEST_LABEL = 40;
    /** Of a letter at the style sheet's 12 px, rounded up. */
    private static final double LETTER = 7.4;

    private static final int MARGIN = 12;
    private static final int BOX = 30;
    private static final int ROW = 42;
    private static final int LOOP = 34;

    private final Exhibit.Trace trace;
    private final String id;
    private final List<Message> drawn;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Integer> centres = new ArrayList<>();
    private int width;

    /**
     * A diagram.
     *
     * @param id unique in the page
     */
    SequenceDiagram(Exhibit.Trace trace, String id) {
        this.trace = trace;
        this.id = id;
        this.drawn = trace.messages()
                .subList(0, Math.min(MOST_DRAWN, trace.messages().size()));
        for (Message message : drawn) {
            columns.putIfAbsent(message.from().value(), columns.size());
            columns.putIfAbsent(message.to().value(), columns.size());
        }
        placeColumns();
    }

    void draw(Html html) {
        int bottom = MARGIN + BOX + ROW * drawn.size() + ROW / 2;
        html.raw("<svg class=\"sequence\" role=\"img\" aria-labelledby=\"").text(id);
        html.raw("-title ").text(id).raw("-desc\" viewBox=\"0 0 ").number(width).raw(" ");
        html.number(bottom + MARGIN).raw("\" width=\"").number(width);
        html.raw("\" height=\"")
                .number(bottom + MARGIN)
                .raw("\">\n<title id=\"")
                .text(id)
                .raw("-title\">");
        html.text(trace.title()).raw("</title>\n<desc id=\"").text(id).raw("-desc\">");
        html.text(description()).raw("</desc>\n");
        columns.forEach((name, column) -> lifeline(html, name, centres.get(column), bottom));
        for (int i = 0; i < drawn.size(); i++) {
            message(html, drawn.get(i), i + 1, MARGIN + BOX + ROW * (i + 1));
        }
        html.raw("</svg>\n");
    }

    private String description() {
        String who = columns.keySet().stream()
                .map(name -> shortened(name, LONGEST_NAME))
                .collect(joining(", "));
        return (drawn.size() == 1 ? "1 message" : drawn.size() + " messages") + " between " + who
                + ". The list that follows has them in words.";
    }

    /** Wide enough for the names, and for what is written above each arrow. */
    private void placeColumns() {
        List<String> names = List.copyOf(columns.keySet());
        int[] gaps = new int[names.size()]; // from the column before; the first one's is from the margin
        for (int i = 0; i < names.size(); i++) {
            int left = i == 0 ? 0 : boxWidth(names.get(i - 1)) / 2 + 24;
            gaps[i] = left + boxWidth(names.get(i)) / 2;
        }
        int right = names.isEmpty() ? 0 : boxWidth(names.get(names.size() - 1)) / 2;
        for (int i = 0; i < drawn.size(); i++) {
            Message message = drawn.get(i);
            int from = column(message.from());
            int to = column(message.to());
            int wanted = labelWidth(i + 1, message) + 28;
            if (from == to && from == names.size() - 1) {
                right = Math.max(right, LOOP + wanted);
            } else {
                int first = Math.min(from, to) + 1;
                int last = from == to ? first : Math.max(from, to);
                widen(gaps, first, last, from == to ? wanted + LOOP : wanted);
            }
        }
        int x = MARGIN;
        for (int gap : gaps) {
            x += gap;
            centres.add(x);
        }
        width = x + right + MARGIN;
    }

    private static void widen(int[] gaps, int first, int last, int wanted) {
        int present = 0;
        for (int i = first; i <= last; i++) {
            present += gaps[i];
        }
        gaps[last] += Math.max(0, wanted - present);
    }

    private void lifeline(Html html, String name, int x, int bottom) {
        int boxWidth = boxWidth(name);
        html.raw("<line class=\"life\" x1=\"").number(x).raw("\" x2=\"").number(x);
        html.raw("\" y1=\"").number(MARGIN + BOX).raw("\" y2=\"").number(bottom).raw("\"/>\n");
        html.raw("<rect class=\"box\" rx=\"5\" x=\"")
                .number(x - boxWidth / 2)
                .raw("\" y=\"")
                .number(MARGIN);
        html.raw("\" width=\"").number(boxWidth).raw("\" height=\"").number(BOX).raw("\"/>\n");
        html.raw("<text class=\"who\" x=\"")
                .number(x)
                .raw("\" y=\"")
                .number(MARGIN + 20)
                .raw("\">");
        html.text(shortened(name, LONGEST_NAME)).raw("</text>\n");
    }

    private void message(Html html, Message message, int number, int y) {
        int from = centres.get(column(message.from()));
        int to = centres.get(column(message.to()));
        String kind = message.isReply() ? "reply" : "sent";
        if (from == to) {
            html.raw("<path class=\"")
                    .raw(kind)
                    .raw("\" d=\"M")
                    .number(from)
                    .raw(" ")
                    .number(y - 8);
            html.raw("h").number(LOOP - 8).raw("v14H").number(from + 2).raw("\"/>\n");
            head(html, kind, from, y + 6, 1);
            label(html, number, message, from + LOOP, y + 4, "start");
        } else {
            int direction = to > from ? -1 : 1; // where the arrow's head opens to
            html.raw("<path class=\"")
                    .raw(kind)
                    .raw("\" d=\"M")
                    .number(from)
                    .raw(" ")
                    .number(y);
            html.raw("H").number(to + 2 * direction).raw("\"/>\n");
            head(html, kind, to, y, direction);
            label(html, number, message, (from + to) / 2, y - 8, "middle");
        }
    }

    private static void head(Html html, String kind, int x, int y, int direction) {
        html.raw("<path class=\"")
                .raw(kind)
                .raw("-head\" d=\"M")
                .number(x + 9 * direction)
                .raw(" ")
                .number(y - 5);
        html.raw("L")
                .number(x)
                .raw(" ")
                .number(y)
                .raw("L")
                .number(x + 9 * direction)
                .raw(" ")
                .number(y + 5);
        html.raw(kind.equals("sent") ? "Z\"/>\n" : "\"/>\n");
    }

    private static void label(Html html, int number, Message message, int x, int y, String anchor) {
        html.raw("<text class=\"label\" text-anchor=\"")
                .raw(anchor)
                .raw("\" x=\"")
                .number(x)
                .raw("\" y=\"")
                .number(y);
        html.raw("\"><tspan class=\"number\">")
                .number(number)
                .raw("</tspan> ")
                .text(label(message))
                .raw("</text>\n");
    }

    private int column(Untrusted name) {
        return columns.getOrDefault(name.value(), 0);
    }

    private static String label(Message message) {
        return shortened(message.what().value(), LONGEST_LABEL);
    }

    private static int labelWidth(int number, Message message) {
        return width(number + " " + label(message));
    }

    private static int boxWidth(String name) {
        return Math.max(70, width(shortened(name, LONGEST_NAME)) + 24);
    }

    private static int width(String text) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * LETTER);
    }

    /** One line. */
    private static String shortened(String text, int most) {
        String line = Lines.one(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
