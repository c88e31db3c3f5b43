package dev.lexlab.site.markup;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Markdown would let through in silence. */
final class MarkdownCheck {
    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();

    MarkdownCheck(SourceText source, Document document) {
        this.source = source;
        for (Node node = document.getFirstChild(); node != null; node = next(node)) {
            check(node);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** In the order of the text, what stands in a node before what follows it. */
    private static @Nullable Node next(Node node) {
        Node child = node.getFirstChild();
        if (child != null) {
            return child;
        }
        Node above = node;
        while (above != null && above.getNext() == null) {
            above = above.getParent();
        }
        return above == null ? null : above.getNext();
    }

    private void check(Node node) {
        if (isHtml(node)) {
            String tag = node.getChars().toString().strip().lines().findFirst().orElse("");
            problems.add(new Problem(place(node), "HTML is not allowed here: " + tag, "write it in Markdown"));
        } else if (MarkdownEngine.isTabs(node) && !(node.getNext() instanceof DefinitionList)) {
            problems.add(new Problem(
                    place(node),
                    "no definition list follows that could be shown as tabs",
                    "'Name' and ':   text' below it"));
        } else if (node instanceof LinkRef reference
                && !reference.isDefined()
                && !reference.getText().isEmpty()
                && !reference.getReference().isEmpty()) {
            problems.add(new Problem(
                    place(node),
                    "link '" + reference.getReference() + "' is not defined",
                    "add a line '[" + reference.getReference() + "]: address'"));
        } else if (node instanceof Footnote note && note.getFootnoteBlock() == null) {
            problems.add(new Problem(
                    place(node),
                    "footnote '" + note.getText() + "' is not defined",
                    "add a line '[^" + note.getText() + "]: text'"));
        }
    }

    /** Comments do no harm, and the end of an element was told with its beginning. */
    private static boolean isHtml(Node node) {
        boolean html = node instanceof HtmlBlock || node instanceof HtmlInline;
        return html
                && !(node instanceof HtmlCommentBlock || node instanceof HtmlInlineComment)
                && !node.getChars().startsWith("</");
    }

    private Place place(Node node) {
        String[] place = MarkdownEngine.place(node).split("\\.", 2);
        return source.place(Integer.parseInt(place[0]), Integer.parseInt(place[1]));
    }
}
