package dev.lexlab.site.markup;

import dev.lexlab.site.scan.Limits;
import dev.lexlab.site.scan.SourceText;
import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.nodes.Element;

/** Markdown through commonmark-java: CommonMark, tables, footnotes, definition lists, and our two kinds of reference. */
final class MarkdownEngine implements MarkupEngine {
    /** What stands deeper is plain text to the parser; one more than a page may have, so that it can be told. */
    private static final int DEEP = Limits.NESTED_DEEP + 2;

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
            .customBlockParserFactory(Definition::start)
            .linkProcessor(new Brackets())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEP)
            .maxInlineNesting(DEEP)
            .build();

    @Override
    public Fragment convert(SourceText source) {
        Node document = parser.parse(source.bodyText());
        MarkdownCheck check = new MarkdownCheck(source, document);
        if (check.isTooDeep()) {
            return new Fragment("", check.problems());
        }
        Element body = MarkdownBody.of(document, check.footnotes());
        Shaped shaped = CommonShape.shape(body);
        return new Fragment(shaped.html(), shaped.anchors(), check.problems());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
