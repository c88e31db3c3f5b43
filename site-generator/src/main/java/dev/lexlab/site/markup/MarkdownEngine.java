package dev.lexlab.site.markup;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.html.MutableAttributes;
import com.vladsch.flexmark.util.misc.Extension;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.Limits;
import dev.lexlab.site.scan.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Markdown through flexmark: CommonMark, tables, footnotes, and our two kinds of reference. */
final class MarkdownEngine implements MarkupEngine {
    /** Of a document that was parsed here; flexmark itself counts lines from the beginning for each place. */
    private static final DataKey<Lines> LINES = new DataKey<>("LINES", Lines.of(""));

    private static final Pattern TABS = Pattern.compile("\\s*<!--\\s*tabs\\s*-->\\s*");

    private final Parser parser;
    private final HtmlRenderer renderer;

    MarkdownEngine() {
        List<Extension> extensions =
                List.of(TablesExtension.create(), FootnoteExtension.create(), DefinitionExtension.create());
        MutableDataSet options = new MutableDataSet()
                .set(Parser.EXTENSIONS, extensions)
                // Both are told as problems; what was dropped here could not be.
                .set(HtmlRenderer.SUPPRESS_HTML, true)
                .set(HtmlRenderer.SUPPRESSED_LINKS, "");
        parser = Parser.builder(options)
                .customInlineParserExtensionFactory(new ReferenceParser.Factory())
                .build();
        renderer = HtmlRenderer.builder(options)
                .nodeRendererFactory(unused -> new References())
                .attributeProviderFactory(new Places())
                .build();
    }

    @Override
    public Fragment convert(SourceText source) {
        String text = source.bodyText();
        Document document = parser.parse(text);
        document.set(LINES, Lines.of(text));
        Optional<Node> tooDeep = firstBelow(document, Limits.NESTED_DEEP);
        if (tooDeep.isPresent()) {
            String[] at = place(tooDeep.get()).split("\\.", 2);
            return new Fragment(
                    "",
                    List.of(new Problem(
                            source.place(Integer.parseInt(at[0]), 0),
                            "quotes, lists or brackets stand in each other more than " + Limits.NESTED_DEEP + " deep",
                            "flatten them")));
        }
        String html = renderer.render(document);
        Shaped shaped = MarkdownShape.shape(html);
        return new Fragment(shaped.html(), shaped.anchors(), new MarkdownCheck(source, document).problems());
    }

    /** The first node that stands deeper than a limit. Without recursion, which is what a deep document would break. */
    private static Optional<Node> firstBelow(Document document, int limit) {
        int depth = 0;
        Node node = document;
        while (true) {
            Node child = node.getFirstChild();
            if (child != null) {
                depth++;
                node = child;
                if (depth > limit) {
                    return Optional.of(node);
                }
                continue;
            }
            while (depth > 0 && node.getNext() == null) {
                Node parent = node.getParent();
                node = parent == null ? document : parent;
                depth--;
            }
            Node next = depth == 0 ? null : node.getNext();
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
    }

    @Override
    public void close() {
        // holds nothing
    }

    /** Whether what follows is to be shown as tabs. */
    static boolean isTabs(@Nullable Node node) {
        return node instanceof HtmlCommentBlock && TABS.matcher(node.getChars()).matches();
    }

    /** {@code line.column}, both from 1. */
    static String place(Node node) {
        return LINES.get(node.getDocument()).place(node.getStartOffset());
    }

    private static final class References implements NodeRenderer {
        @Override
        public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(new NodeRenderingHandler<>(ReferenceNode.class, References::render));
        }

        private static void render(ReferenceNode node, NodeRendererContext context, HtmlWriter html) {
            html.attr("data-ref", node.kind());
            html.attr("href", node.target());
            html.attr("data-at", place(node));
            html.withAttr().tag("a").text(node.text()).closeTag("a");
        }
    }

    private static final class Places extends IndependentAttributeProviderFactory {
        private static final Set<Class<? extends Node>> PLACED =
                Set.of(Link.class, LinkRef.class, Image.class, Heading.class);

        @Override
        public AttributeProvider apply(LinkResolverContext context) {
            return Places::set;
        }

        private static void set(Node node, AttributablePart part, MutableAttributes attributes) {
            if (PLACED.contains(node.getClass())) {
                attributes.replaceValue("data-at", place(node));
            } else if (node instanceof DefinitionList && isTabs(node.getPrevious())) {
                attributes.replaceValue("class", "tabs");
            }
        }
    }
}
