package dev.lexlab.site.dom;

import dev.lexlab.site.dom.Name.Rule;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Text to trees: those that jsoup makes of it. Nearly all that is read here was printed by a program, ours or Asciidoctor: each element
 * has an end, stands where it may, and its attributes are in quotes. Such a text is its tree, written down, and is read in a part of
 * the time that all the rules for others take. Where one of them could apply, jsoup reads the text.
 */
public final class HtmlReader {
    /** Deeper ones are left to jsoup, which knows limits. */
    private static final int DEEP = 100;

    private static final String SCRIPT_END = "</script>";
    private static final String TITLE_END = "</title>";
    private static final String DOCTYPE = "<!doctype html>";

    private final String html;
    private final Name[] open = new Name[DEEP];

    private int depth;
    private int at;
    /** Where the next one stands, from where it was looked for last; behind the end where there is none. */
    private int ampersand = -1;

    private HtmlReader(String html) {
        this.html = html;
    }

    /** What would stand in a body; the document around it is empty. */
    public static Document fragment(String html) {
        Document document = Document.createShell("");
        HtmlReader reader = new HtmlReader(html);
        boolean isRead = reader.isPlain() && reader.readInto(document.body()) && reader.at == html.length();
        return isRead ? document : Jsoup.parseBodyFragment(html);
    }

    /** A whole page. */
    public static Document page(String html) {
        Document document = new Document("");
        HtmlReader reader = new HtmlReader(html);
        boolean isRead = reader.isPlain() && reader.readPage(document) && reader.at == html.length();
        return isRead ? document : Jsoup.parse(html);
    }

    /** jsoup drops this sign or writes another one, by where it stands. */
    private boolean isPlain() {
        return html.indexOf('\0') < 0;
    }

    private boolean readPage(Document document) {
        skipSpace();
        if (!skip(DOCTYPE)) {
            return false;
        }
        document.appendChild(new DocumentType("html", "", ""));
        readSpace(document);
        Element root = readStart("<html", Name.HTML, document);
        if (root == null) {
            return false;
        }
        readSpace(root);
        Element head = readStart("<head", Name.HEAD, root);
        if (head == null || !readHead(head)) {
            return false;
        }
        readSpace(root);
        Element body = readStart("<body", Name.BODY, root);
        if (body == null || !readInto(body) || !skip("</body>")) {
            return false;
        }
        readSpace(root);
        if (!skip("</html>")) {
            return false;
        }
        readSpace(document);
        return true;
    }

    /** Up to its end. */
    private boolean readHead(Element head) {
        while (true) {
            readSpace(head);
            if (skip("</head>")) {
                return true;
            }
            Element element = null;
            if (html.startsWith("<meta", at)) {
                element = readStart("<meta", Name.META, head);
            } else if (html.startsWith("<link", at)) {
                element = readStart("<link", Name.LINK, head);
            } else if (html.startsWith("<title", at)) {
                element = readWithText("<title", Name.TITLE, TITLE_END, head);
            } else if (html.startsWith("<script", at)) {
                element = readWithText("<script", Name.SCRIPT, SCRIPT_END, head);
            }
            if (element == null) {
                return false;
            }
        }
    }

    /** Elements in which no others are, up to their end. */
    private @Nullable Element readWithText(String start, Tag tag, String end, Element parent) {
        Element element = readStart(start, tag, parent);
        int to = element == null ? -1 : html.indexOf(end, at);
        if (element == null || to < 0) {
            return null;
        }
        String text = html.substring(at, to);
        if (text.indexOf('<') >= 0) {
            return null; // there are more ways to end one
        }
        if (!text.isEmpty()) {
            element.appendChild(
                    tag.equals(Name.TITLE) ? new TextNode(Entities.decoded(text, false)) : new DataNode(text));
        }
        at = to + end.length();
        return element;
    }

    /** The start of an element that has to stand here. */
    private @Nullable Element readStart(String start, Tag tag, Element parent) {
        if (!skip(start)) {
            return null;
        }
        Attributes attributes = new Attributes();
        if (!readAttributes(attributes, false) || !skip(">")) {
            return null;
        }
        Element element = new Element(tag, null, attributes.isEmpty() ? null : attributes);
        parent.appendChild(element);
        return element;
    }

    /** All that stands here, up to an end that is none of it. */
    private boolean readInto(Element box) {
        Element parent = box;
        while (at < html.length()) {
            if (html.charAt(at) != '<') {
                if (!readText(parent)) {
                    return false;
                }
            } else if (html.startsWith("<!--", at)) {
                if (!readComment(parent)) {
                    return false;
                }
            } else if (html.startsWith("</", at)) {
                if (depth == 0) {
                    return true;
                }
                if (!readEnd(parent)) {
                    return false;
                }
                parent = parent.parent();
            } else {
                parent = readElement(parent);
            }
            if (parent == null) {
                return false;
            }
        }
        return depth == 0;
    }

    private boolean readComment(Element parent) {
        int begin = at + "<!--".length();
        int end = html.indexOf("--", begin);
        if (end == begin || !html.startsWith("-->", end) || html.charAt(begin) == '>' || html.charAt(begin) == '-') {
            return false; // there are more ways to end one
        }
        parent.appendChild(new Comment(html.substring(begin, end)));
        at = end + "-->".length();
        return true;
    }

    private boolean readText(Element parent) {
        int end = html.indexOf('<', at);
        if (end < 0) {
            end = html.length();
        }
        if (ampersand < at) {
            int next = html.indexOf('&', at);
            ampersand = next < 0 ? html.length() : next;
        }
        String text = html.substring(at, end);
        if (holdsNoText() && !isSpace(text)) {
            return false;
        }
        parent.appendChild(new TextNode(ampersand < end ? Entities.decoded(text, false) : text));
        at = end;
        return true;
    }

    /** Of the element that was opened last. */
    private boolean readEnd(Element element) {
        Name name = open[depth - 1];
        if (name.rule() == Rule.OF_DRAWING && element.childNodeSize() == 0) {
            return false;
        }
        int from = at + 2;
        int to = from + name.text().length();
        if (!html.startsWith(name.text(), from) || to >= html.length() || html.charAt(to) != '>') {
            return false;
        }
        depth--;
        at = to + 1;
        return true;
    }

    /**
     * A start, with all of the element where it has no end.
     *
     * @return what follows stands in it; none where jsoup has to read this
     */
    private @Nullable Element readElement(Element parent) {
        int begin = at + 1;
        int end = begin;
        int hash = 0;
        while (end < html.length() && isLetter(html.charAt(end))) {
            hash = 31 * hash + html.charAt(end);
            end++;
        }
        Name name = Name.at(html, begin, end, hash, isInDrawing());
        if (name == null || !mayStart(name) || depth == DEEP) {
            return null;
        }
        at = end;
        Attributes attributes = null;
        if (at < html.length() && html.charAt(at) != '>') {
            attributes = new Attributes();
            if (!readAttributes(attributes, isDrawn(name.rule()))) {
                return null;
            }
        }
        boolean hasEnd = hasEnd(name.rule());
        if (skip("/")) {
            if (hasEnd && name.rule() != Rule.OF_DRAWING) {
                return null;
            }
            hasEnd = false;
        }
        if (!skip(">")) {
            return null;
        }
        Element element = new Element(name.tag(), null, attributes == null || attributes.isEmpty() ? null : attributes);
        parent.appendChild(element);
        if (!hasEnd) {
            return parent;
        }
        if (name.rule() == Rule.PREFORMATTED) {
            boolean unused = skip("\n");
        }
        open[depth++] = name;
        return element;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
    }

    private static boolean hasEnd(Rule rule) {
        return rule != Rule.VOID && rule != Rule.LINE && rule != Rule.COLUMN;
    }

    /** Whether it goes where it is written, and closes nothing that is open. */
    private boolean mayStart(Name name) {
        Rule around = depth == 0 ? Rule.BLOCK : open[depth - 1].rule();
        return switch (name.rule()) {
            case PART_OF_TABLE, CAPTION, COLUMNS -> around == Rule.TABLE;
            case ROW -> around == Rule.PART_OF_TABLE;
            case CELL -> around == Rule.ROW;
            case COLUMN -> around == Rule.COLUMNS;
            case OF_DRAWING -> true;
            case PHRASE, VOID, DRAWING -> !holdsNoText();
            case LINK, BUTTON -> !holdsNoText() && !isWithin(name.rule());
            case BLOCK, PARAGRAPH, PREFORMATTED, LINE, TABLE -> isOutsideParagraphs();
            case HEADING -> isOutsideParagraphs() && !isWithin(Rule.HEADING);
            case ITEM -> isOutsideParagraphs() && (isIn(1, "ul") || isIn(1, "ol"));
            case DEFINED -> isOutsideParagraphs() && (isIn(1, "dl") || (isIn(1, "div") && isIn(2, "dl")));
        };
    }

    /** What it holds is of drawings, too. */
    private boolean isInDrawing() {
        return depth > 0 && isDrawn(open[depth - 1].rule());
    }

    private static boolean isDrawn(Rule rule) {
        return rule == Rule.DRAWING || rule == Rule.OF_DRAWING;
    }

    private boolean isOutsideParagraphs() {
        return !holdsNoText() && !isWithin(Rule.PARAGRAPH);
    }

    private boolean isWithin(Rule rule) {
        for (int i = depth - 1; i >= 0; i--) {
            if (open[i].rule() == rule) {
                return true;
            }
        }
        return false;
    }

    /** Whether that many around it is such an element. */
    private boolean isIn(int around, String name) {
        return depth >= around && open[depth - around].text().equals(name);
    }

    private boolean holdsNoText() {
        return depth > 0
                && switch (open[depth - 1].rule()) {
                    case TABLE, PART_OF_TABLE, ROW, COLUMNS -> true;
                    default -> false;
                };
    }

    /** Up to the end of the start. */
    private boolean readAttributes(Attributes attributes, boolean inDrawing) {
        while (true) {
            int before = at;
            skipSpace();
            int begin = at;
            int hash = 0;
            while (at < html.length() && isOfAttribute(html.charAt(at), inDrawing)) {
                hash = 31 * hash + html.charAt(at);
                at++;
            }
            if (at == begin) {
                return true;
            }
            String name = AttributeNames.at(html, begin, at, hash);
            if (before == begin || attributes.hasKey(name)) {
                return false;
            }
            if (!skip("=")) {
                attributes.add(name, null);
            } else if (skip("\"")) {
                int end = html.indexOf('"', at);
                if (end < 0) {
                    return false;
                }
                attributes.add(name, Entities.decoded(html.substring(at, end), true));
                at = end + 1;
            } else {
                return false;
            }
        }
    }

    /** Capitals count in drawings alone; elsewhere they would become small. */
    private static boolean isOfAttribute(char sign, boolean inDrawing) {
        return (sign >= 'a' && sign <= 'z')
                || sign == '-'
                || (sign >= '0' && sign <= '9')
                || sign == ':'
                || (inDrawing && sign >= 'A' && sign <= 'Z');
    }

    private boolean skip(String expected) {
        boolean isThere = html.startsWith(expected, at);
        if (isThere) {
            at += expected.length();
        }
        return isThere;
    }

    private void readSpace(Element parent) {
        int begin = at;
        skipSpace();
        if (at > begin) {
            parent.appendChild(new TextNode(html.substring(begin, at)));
        }
    }

    private void skipSpace() {
        while (at < html.length() && isSpace(html.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\n';
    }
}
