package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Whether each bar of Markdown's tables is the border that it was meant to be. */
final class TableCheck {
    private static final Pattern UNDER_A_HEAD = Pattern.compile("[ \\t]*\\|?[ \\t]*:?-+:?[ \\t]*\\|[-:| \\t]*");

    private final SourceText source;
    private final List<Problem> problems;

    /** @param problems filled with what is told */
    TableCheck(SourceText source, List<Problem> problems) {
        this.source = source;
        this.problems = problems;
    }

    /** A table whose head has more cells than the line below it is none, and would be a paragraph full of bars. */
    void checkText(Text text) {
        String words = text.getLiteral();
        if (words.indexOf('|') >= 0
                && text.getParent() instanceof Paragraph
                && text.getPrevious() != null
                && UNDER_A_HEAD.matcher(words).matches()) {
            MarkdownPlace place = MarkdownPlace.of(text);
            problems.add(new Problem(
                    source.place(place.line(), place.column()),
                    "this is no table: the line above has more cells than this one",
                    "'\\|' where a bar is no border, else another '---|'"));
        }
    }

    /** Cells for which the table's head has none are dropped. */
    void checkRow(TableRow row) {
        List<SourceSpan> spans = row.getSourceSpans();
        if (row.getParent() instanceof TableHead || spans.isEmpty()) {
            return;
        }
        int cells = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells++;
        }
        SourceSpan span = spans.get(0);
        String line = source.body().get(span.getLineIndex()).text();
        int beyond = firstBeyond(line, span.getColumnIndex(), cells);
        if (beyond < line.length()) {
            problems.add(new Problem(
                    source.place(span.getLineIndex() + 1, beyond + 1),
                    "this cell has no place: the table's head has " + cells,
                    "'\\|' where a bar is no border, else another cell for the head"));
        }
    }

    /** Where something stands in a row behind its last cell; the row's end where nothing does. */
    private static int firstBeyond(String row, int begin, int cells) {
        int at = begin;
        while (at < row.length() && isSpace(row.charAt(at))) {
            at++;
        }
        int cell = at < row.length() && row.charAt(at) == '|' ? -1 : 0;
        for (; at < row.length(); at++) {
            char sign = row.charAt(at);
            if (sign == '|') {
                cell++;
            } else if (cell >= cells && !isSpace(sign)) {
                return at;
            } else if (sign == '\\' && at + 1 < row.length() && row.charAt(at + 1) == '|') {
                at++;
            }
        }
        return at;
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\t';
    }
}
