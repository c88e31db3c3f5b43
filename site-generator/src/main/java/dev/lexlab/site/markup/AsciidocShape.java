package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.dom.HtmlReader;
import dev.lexlab.site.dom.Query;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Asciidoctor's HTML made plain: its wrappers go, its tables for notes become notes. */
final class AsciidocShape {
    private static final Map<String, String> KINDS =
            Map.of("note", "note", "tip", "tip", "important", "important", "warning", "warning", "caution", "warning");

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();

    AsciidocShape(SourceText source) {
        this.source = source;
    }

    Shaped shape(String html) {
        Document dom = HtmlReader.fragment(html);
        dom.outputSettings().prettyPrint(false);
        Element body = dom.body();
        references(body);
        tellLeftovers(body);
        stripMarks(body);
        headingLines(body);
        if (isBook()) {
            Chapters.belowParts(body);
        }
        new Chapters(source).link(body);
        keepIds(body);
        Query.all(body, "div.admonitionblock").forEach(AsciidocShape::note);
        Query.all(body, "div.dlist.tabs > dl").forEach(list -> list.addClass("tabs"));
        Query.all(body, "div.hdlist").forEach(AsciidocShape::horizontalList);
        Query.all(body, "div.imageblock").forEach(AsciidocShape::image);
        Query.all(body, "table.tableblock").forEach(AsciidocShape::table);
        Query.all(body, "div.quoteblock > div.attribution").forEach(attribution -> attribution.tagName("p"));
        Query.all(body, "pre.highlight").forEach(pre -> pre.removeAttr("class"));
        Query.all(body, "pre:not(:has(code))").forEach(pre -> pre.html("<code>" + pre.html() + "</code>"));
        Callouts.asciidoc(body);
        Query.all(body, "div.title").forEach(title -> title.tagName("p").attr("class", "caption"));
        footnotes(body);
        return CommonShape.shape(body);
    }

    private static void references(Element body) {
        for (Element link : Query.all(body, "a[href]")) {
            String href = link.attr("href");
            Marks.find(href).ifPresent(at -> {
                link.attr("data-at", at);
                if (!link.hasAttr("data-ref")) {
                    pageReference(link, Marks.strip(href));
                }
            });
        }
        for (Element image : Query.all(body, "img[src]")) {
            Marks.find(image.attr("src")).ifPresent(at -> image.attr("data-at", at));
        }
    }

    /** A cross reference. Without text Asciidoctor writes the target there, which is empty to us. */
    private static void pageReference(Element link, String href) {
        link.attr("data-ref", "page").attr("href", href);
        String text = Marks.strip(link.text());
        String bare = href.startsWith("#") ? href.substring(1) : href;
        int hash = href.indexOf('#');
        if (text.equals("[" + bare + "]") || text.equals(href) || (hash > 0 && text.equals(href.substring(0, hash)))) {
            link.empty();
        }
    }

    List<Problem> problems() {
        return problems;
    }

    private void tellLeftovers(Element body) {
        for (Element element : body.getAllElements()) {
            Matcher leftover = Marks.leftover(element.ownText());
            while (leftover.find() && element.closest("code, pre") == null) {
                int line = Integer.parseInt(leftover.group(1));
                problems.add(new Problem(
                        source.place(line, Integer.parseInt(leftover.group(2))),
                        "'" + Marks.strip(leftover.group()) + "' is no reference as it stands",
                        "write the name without spaces and end with [], or put a backslash before it"));
            }
        }
    }

    private static void stripMarks(Element body) {
        for (Element element : body.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                attribute.setValue(Marks.strip(attribute.getValue()));
            }
            for (Node child : element.childNodes()) {
                if (child instanceof TextNode text) {
                    text.text(Marks.strip(text.getWholeText()).replace("\u200b", ""));
                } else if (child instanceof Comment comment) {
                    comment.remove();
                }
            }
        }
    }

    private void headingLines(Element body) {
        List<Integer> lines = AsciidocHeadings.lines(source);
        List<Element> headings = Query.all(body, "h1, h2, h3, h4, h5, h6");
        for (int i = 0; i < headings.size() && lines.size() == headings.size(); i++) {
            headings.get(i).attr("data-at", lines.get(i) + ".1");
        }
    }

    private boolean isBook() {
        return source.header()
                .map(header -> header.attributes().get("doctype"))
                .filter(type -> type.text().equals("book"))
                .isPresent();
    }

    /** A block has its id on the box around it, which goes; what is in it takes the id along. */
    private static void keepIds(Element body) {
        for (Element box : Query.all(body, "div[id]:not(#footnotes, .footnote, .admonitionblock)")) {
            Element first = Query.first(box, "> p, > pre, > ul, > ol, > dl, > table, > blockquote, > div.content");
            Element kept = first == null ? box.firstElementChild() : first;
            if (kept != null && kept.id().isEmpty()) {
                kept.attr("id", box.id());
                box.removeAttr("id");
            }
        }
    }

    private static void note(Element block) {
        String kind = block.classNames().stream()
                .filter(KINDS::containsKey)
                .findFirst()
                .map(name -> KINDS.getOrDefault(name, name))
                .orElse("note");
        Element content = Query.first(block, "td.content");
        block.tagName("aside").clearAttributes().attr("class", "note").attr("data-kind", kind.toLowerCase(Locale.ROOT));
        if (content == null) {
            return;
        }
        boolean simple = content.children().stream().noneMatch(Element::isBlock);
        String html = content.html().strip();
        block.html(simple ? "<p>" + html + "</p>" : html);
    }

    private static void horizontalList(Element block) {
        Element list = new Element("dl");
        for (Element row : Query.all(block, "> table > tbody > tr")) {
            Query.all(row, "> td.hdlist1")
                    .forEach(term -> list.appendElement("dt").html(term.html().strip()));
            Query.all(row, "> td.hdlist2")
                    .forEach(text -> list.appendElement("dd").html(text.html()));
        }
        block.replaceWith(list);
    }

    private static void image(Element block) {
        Element image = Query.first(block, "img");
        if (image == null) {
            return;
        }
        Element title = Query.first(block, "> div.title");
        if (title != null) {
            image.attr("title", title.text());
        }
        // The words of the file name, which Asciidoctor puts where the author wrote no alternative text, describe
        // nothing.
        String file = image.attr("src").replaceAll(".*/", "").replaceAll("\\.\\w+$", "");
        if (image.attr("alt").equals(file.replaceAll("[-_]", " "))) {
            image.attr("alt", "");
        }
        block.replaceWith(new Element("p").appendChild(image));
    }

    private static void table(Element table) {
        String id = table.id();
        table.clearAttributes();
        if (!id.isEmpty()) {
            table.attr("id", id);
        }
        Query.all(table, "> colgroup").remove();
        Query.all(table, "> caption").forEach(Element::clearAttributes);
        for (Element cell : Query.all(table, "th, td")) {
            String align = cell.hasClass("halign-right") ? "right" : cell.hasClass("halign-center") ? "center" : "";
            cell.removeAttr("class");
            if (!align.isEmpty()) {
                cell.attr("class", "align-" + align);
            }
            for (Element paragraph : Query.all(cell, "> p.tableblock")) {
                if (cell.childrenSize() == 1) {
                    paragraph.unwrap();
                } else {
                    paragraph.removeAttr("class");
                }
            }
        }
    }

    private static void footnotes(Element body) {
        for (Element reference : Query.all(body, "sup.footnote, sup.footnoteref")) {
            Element link = Query.first(reference, "a");
            if (link != null) {
                String number = link.attr("href").replaceAll("\\D", "");
                reference.clearAttributes().attr("data-footnote", number).empty();
            }
        }
        Element notes = Query.first(body, "div#footnotes");
        if (notes == null) {
            return;
        }
        Element list = new Element("ol");
        for (Element note : Query.all(notes, "> div.footnote")) {
            Element back = Query.first(note, "> a");
            if (back != null) {
                back.remove();
            }
            String text = note.html().strip();
            list.appendElement("li")
                    .attr("data-footnote", note.id().replaceAll("\\D", ""))
                    .html("<p>" + (text.startsWith(". ") ? text.substring(2) : text) + "</p>");
        }
        notes.replaceWith(new Element("section").attr("class", "footnotes").appendChild(list));
    }
}
