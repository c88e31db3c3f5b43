package dev.lexlab.site.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Sees what stands in brackets before it is taken for a link: {@code [[slug]]}, {@code [[slug|text]]} and {@code [@id]}; and then
 * what looks like a link or a footnote whose definition is missing.
 *
 * <p>Of two brackets the inner ones are looked at first, and the outer ones are nobody's to take away then: {@link MarkdownBody}
 * leaves them out.
 */
final class Brackets implements LinkProcessor {
    private static final Pattern TERM = Pattern.compile("([^\\[\\]|]+)(?:\\|([^\\[\\]|]+))?");
    private static final Pattern CITE = Pattern.compile("@([^\\s\\[\\]]+)");
    private static final Pattern FOOTNOTE = Pattern.compile("\\^([^\\s\\[\\]]+)");

    @Override
    public @Nullable LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        ReferenceNode reference = reference(link, scanner);
        if (reference != null) {
            return LinkResult.replaceWith(reference, link.afterTextBracket());
        }
        return link.destination() == null ? undefined(link, scanner, context) : LinkResult.none();
    }

    private static @Nullable ReferenceNode reference(LinkInfo link, Scanner scanner) {
        String text = link.text();
        if (text.startsWith("@") && link.marker() == null) {
            Matcher cite = CITE.matcher(text);
            return cite.matches() ? new ReferenceNode(ReferenceNode.Kind.CITE, cite.group(1), "") : null;
        }
        if (scanner.peek() != ']' || link.label() != null || !isSecond(link.openingBracket())) {
            return null;
        }
        Matcher term = TERM.matcher(text);
        if (!term.matches() || term.group(1).isBlank()) {
            return null;
        }
        String words = term.group(2) == null ? "" : term.group(2);
        return new ReferenceNode(ReferenceNode.Kind.TERM, term.group(1).strip(), words.strip());
    }

    /** Whether a bracket stands right before this one. A sign that only stands for one is longer than that. */
    private static boolean isSecond(Node bracket) {
        return bracket.getPrevious() instanceof Text before
                && before.getLiteral().equals("[")
                && before.getSourceSpans().stream().allMatch(span -> span.getLength() == 1);
    }

    private static @Nullable LinkResult undefined(LinkInfo link, Scanner scanner, InlineParserContext context) {
        String label = link.label();
        if (label != null && context.getDefinition(LinkReferenceDefinition.class, label) != null) {
            return LinkResult.none();
        }
        Matcher footnote = FOOTNOTE.matcher(link.text());
        if (footnote.matches() && context.getDefinition(FootnoteDefinition.class, footnote.group(1)) == null) {
            UndefinedNode node =
                    new UndefinedNode(UndefinedNode.Kind.FOOTNOTE, footnote.group(1), '[' + link.text() + ']');
            return LinkResult.replaceWith(node, link.afterTextBracket());
        }
        if (label == null
                || label.isBlank()
                || link.text().isBlank()
                || scanner.peek() == '['
                || scanner.peek() == '(') {
            return LinkResult.none();
        }
        String source =
                (link.marker() == null ? "" : link.marker().getLiteral()) + '[' + link.text() + "][" + label + ']';
        return LinkResult.replaceWith(new UndefinedNode(UndefinedNode.Kind.LINK, label, source), scanner.position())
                .includeMarker();
    }
}
