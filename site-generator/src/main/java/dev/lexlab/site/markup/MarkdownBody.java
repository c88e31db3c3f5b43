package dev.lexlab.site.markup;

import dev.lexlab.site.dom.ByTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A page of Markdown as elements, in the form that pages of AsciiDoc have. */
final class MarkdownBody extends AbstractVisitor {
    private static final Pattern NOTE = Pattern.compile("\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*");
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final Map<String, String> KINDS =
            Map.of("NOTE", "note", "TIP", "tip", "IMPORTANT", "important", "WARNING", "warning", "CAUTION", "warning");

    private final DefinitionMap<FootnoteDefinition> footnotes;
    /** In the order in which the text calls them. */
    private final List<FootnoteDefinition> called = new ArrayList<>();
    /** Theirs, from 1. */
    private final Map<FootnoteDefinition, Integer> numbers = new HashMap<>();

    /** What stands side by side in {@link #parent} and is not there yet. */
    private final StringBuilder words = new StringBuilder();

    private Element parent;

    private MarkdownBody(Element body, DefinitionMap<FootnoteDefinition> footnotes) {
        this.parent = body;
        this.footnotes = footnotes;
    }

    /** The body of a document that holds nothing else. HTML and what nothing leads to are left out; {@link MarkdownCheck} tells them. */
    static Element of(Node document, DefinitionMap<FootnoteDefinition> footnotes) {
        Document shell = Document.createShell("");
        shell.outputSettings().prettyPrint(false);
        Element body = shell.body();
        MarkdownBody writer = new MarkdownBody(body, footnotes);
        writer.visitChildren(document);
        writer.endWords();
        writer.addFootnotes();
        ByTag found = ByTag.below(body);
        Callouts.markdown(found.all("code"));
        HeadingIds.give(found.headings());
        return body;
    }

    private void addFootnotes() {
        if (called.isEmpty()) {
            return;
        }
        Element list = begin("section").attr("class", "footnotes").appendElement("ol");
        Element section = parent;
        // While they are written, they may call others.
        for (int i = 0; i < called.size(); i++) {
            parent = list.appendElement("li").attr("data-footnote", String.valueOf(i + 1));
            visitChildren(called.get(i));
            endWords();
        }
        end(section);
    }

    /** An element, which what follows stands in. */
    private Element begin(String tag) {
        parent = append(tag);
        return parent;
    }

    /** What follows stands behind the element. */
    private void end(Element element) {
        endWords();
        Element around = element.parent();
        if (around != null) {
            parent = around;
        }
    }

    private Element append(String tag) {
        endWords();
        return parent.appendElement(tag);
    }

    private void endWords() {
        if (words.length() > 0) {
            parent.appendChild(new TextNode(Typography.of(words.toString())));
            words.setLength(0);
        }
    }

    private Element within(String tag, Node node) {
        Element element = begin(tag);
        visitChildren(node);
        end(element);
        return element;
    }

    @Override
    public void visit(Heading heading) {
        Element unused = placed(within("h" + heading.getLevel(), heading), heading);
    }

    private static Element placed(Element element, Node node) {
        return element.attr("data-at", MarkdownPlace.of(node).toString());
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (Definition.isTerm(paragraph)) {
            addTerms(paragraph);
        } else if (isInTightList(paragraph)) {
            visitChildren(paragraph);
            endWords();
        } else {
            Element unused = within("p", paragraph);
        }
    }

    private static boolean isInTightList(Paragraph paragraph) {
        Node item = paragraph.getParent();
        return item instanceof ListItem && item.getParent() instanceof ListBlock list && list.isTight();
    }

    @Override
    public void visit(BlockQuote quote) {
        note(within("blockquote", quote));
    }

    private static void note(Element quote) {
        Element first = quote.firstElementChild();
        if (first == null || !(first.firstChild() instanceof TextNode text)) {
            return;
        }
        Matcher kind = NOTE.matcher(text.getWholeText());
        if (!kind.lookingAt()) {
            return;
        }
        text.text(text.getWholeText().substring(kind.end()));
        if (text.getWholeText().isEmpty()) {
            text.remove();
        }
        String name = kind.group(1);
        quote.tagName("aside")
                .attr("class", "note")
                .attr("data-kind", KINDS.getOrDefault(name, name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void visit(BulletList list) {
        Element unused = within("ul", list);
    }

    @Override
    public void visit(OrderedList list) {
        Element written = within("ol", list);
        Integer first = list.getMarkerStartNumber();
        if (first != null && first != 1) {
            written.attr("start", first.toString());
        }
    }

    @Override
    public void visit(ListItem item) {
        Element unused = within("li", item);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        String language = code.getInfo() == null ? "" : code.getInfo().split("\\s", 2)[0];
        addCode(code.getLiteral(), language);
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        addCode(code.getLiteral(), "");
    }

    private void addCode(String text, String language) {
        Element code = append("pre").appendElement("code");
        if (!language.isEmpty()) {
            code.attr("class", "language-" + language);
        }
        code.appendChild(new TextNode(text));
    }

    @Override
    public void visit(ThematicBreak line) {
        Element unused = append("hr");
    }

    @Override
    public void visit(HtmlBlock html) {
        // is told
    }

    @Override
    public void visit(HtmlInline html) {
        // is told
    }

    @Override
    public void visit(Emphasis emphasis) {
        Element unused = within("em", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        Element unused = within("strong", emphasis);
    }

    @Override
    public void visit(Code code) {
        append("code").appendChild(new TextNode(code.getLiteral()));
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        Element unused = append("br");
        words.append('\n');
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        if (parent.nameIs("dt")) {
            end(parent);
            Element unused = begin("dt");
        } else {
            words.append('\n');
        }
    }

    @Override
    public void visit(Text text) {
        words.append(wordsOf(text));
    }

    /** Without the outer of the two brackets around a term, which are here still. */
    private static String wordsOf(Text text) {
        String literal = text.getLiteral();
        int begin = isTerm(text.getPrevious()) && literal.startsWith("]") ? 1 : 0;
        int end = literal.length() - (isTerm(text.getNext()) && literal.endsWith("[") ? 1 : 0);
        return begin < end ? literal.substring(begin, end) : "";
    }

    private static boolean isTerm(@Nullable Node node) {
        return node instanceof ReferenceNode reference && reference.kind() == ReferenceNode.Kind.TERM;
    }

    @Override
    public void visit(Link link) {
        Element written = within("a", link).attr("href", link.getDestination());
        if (link.getTitle() != null) {
            written.attr("title", link.getTitle());
        }
        if (!SCHEME.matcher(placed(written, link).attr("href")).lookingAt()) {
            written.attr("data-ref", "page");
        }
    }

    @Override
    public void visit(Image image) {
        Element written = append("img").attr("src", image.getDestination()).attr("alt", PlainWords.of(image));
        if (image.getTitle() != null) {
            written.attr("title", image.getTitle());
        }
        Element unused = placed(written, image);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof ReferenceNode reference) {
            Element written = begin("a")
                    .attr("data-ref", reference.kind().name().toLowerCase(Locale.ROOT))
                    .attr("href", reference.target());
            words.append(reference.text());
            end(placed(written, node));
        } else if (node instanceof FootnoteReference call) {
            call(call);
        } else if (node instanceof UndefinedNode undefined) {
            words.append(undefined.source());
        } else if (node instanceof TableHead) {
            Element unused = within("thead", node);
        } else if (node instanceof TableBody) {
            Element unused = within("tbody", node);
        } else if (node instanceof TableRow) {
            Element unused = within("tr", node);
        } else if (node instanceof TableCell cell) {
            addCell(cell);
        } else {
            visitChildren(node);
        }
    }

    private void call(FootnoteReference call) {
        FootnoteDefinition footnote = footnotes.get(call.getLabel());
        if (footnote == null) {
            return;
        }
        int number = numbers.getOrDefault(footnote, numbers.size() + 1);
        if (number > called.size()) {
            called.add(footnote);
            numbers.put(footnote, number);
        }
        append("sup").attr("data-footnote", String.valueOf(number));
    }

    private void addCell(TableCell cell) {
        Element written = within(cell.isHeader() ? "th" : "td", cell);
        TableCell.Alignment alignment = cell.getAlignment();
        if (alignment != null && alignment != TableCell.Alignment.LEFT) {
            written.attr("class", "align-" + alignment.name().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            Element unused = within("table", block);
        } else if (block instanceof Definition) {
            Element list =
                    definitions(block.getPrevious() instanceof Paragraph || block.getPrevious() instanceof Definition);
            parent = list;
            Element unused = within("dd", block);
            end(list);
        }
    }

    /** Each line of a paragraph above definitions is a name. */
    private void addTerms(Paragraph names) {
        Element list = definitions(names.getPrevious() instanceof Definition);
        if (MarkdownCheck.isTabs(names.getPrevious())) {
            list.attr("class", "tabs");
        }
        parent = list;
        Element unused = begin("dt");
        visitChildren(names);
        end(parent);
        end(list);
    }

    /** The list that was written last, or a new one. */
    private Element definitions(boolean goesOn) {
        endWords();
        Element last = parent.lastElementChild();
        return goesOn && last != null && last.nameIs("dl") ? last : append("dl");
    }

    /** Text without its marks: what stands for a picture. */
    private static final class PlainWords extends AbstractVisitor {
        private final StringBuilder words = new StringBuilder();

        static String of(Image image) {
            PlainWords plain = new PlainWords();
            plain.visitChildren(image);
            return plain.words.toString();
        }

        @Override
        public void visit(Text text) {
            words.append(wordsOf(text));
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            words.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            words.append(' ');
        }
    }
}
