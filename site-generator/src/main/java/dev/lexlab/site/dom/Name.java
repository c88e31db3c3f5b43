package dev.lexlab.site.dom;

import java.util.List;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * An element that {@link HtmlReader} knows.
 *
 * @param rule what its start asks of what it stands in
 */
record Name(String text, Tag tag, Rule rule) {
    static final Tag HTML = tag("html");
    static final Tag HEAD = tag("head");
    static final Tag BODY = tag("body");
    static final Tag META = tag("meta");
    static final Tag LINK = tag("link");
    static final Tag TITLE = tag("title");
    static final Tag SCRIPT = tag("script");

    /** More than four times as many as names, so that most of them are where they are looked for first. */
    private static final int PLACES = 1 << 9;

    private static final Name[] BY_HASH = new Name[PLACES];
    private static final Name[] OF_DRAWINGS = new Name[PLACES];

    /** Rules by which a tree can be another one than is written; of elements that share them. */
    enum Rule {
        PHRASE,
        /** Has no end. */
        VOID,
        /** Ends a paragraph, as all do that follow but for links and buttons. */
        BLOCK,
        PARAGRAPH,
        /** Loses the line end that it begins with. */
        PREFORMATTED,
        /** Has no end either. */
        LINE,
        HEADING,
        ITEM,
        DEFINED,
        LINK,
        BUTTON,
        /** Those of tables hold nothing but each other, up to cells and captions. */
        TABLE,
        PART_OF_TABLE,
        ROW,
        CELL,
        CAPTION,
        COLUMNS,
        COLUMN,
        /** Holds nothing but those of drawings, which stand nowhere else. */
        DRAWING,
        /** Ends at once or is not empty: jsoup writes such an element by how one of its name ended. */
        OF_DRAWING
    }

    static {
        all(
                Rule.PHRASE,
                "abbr b bdi bdo big cite code data del dfn em i ins kbd label mark q s samp small span strong sub sup time tt u var");
        all(Rule.VOID, "br img input wbr");
        all(
                Rule.BLOCK,
                "address article aside blockquote details div dl fieldset figcaption figure footer header hgroup main menu nav ol section"
                        + " summary ul");
        all(Rule.PARAGRAPH, "p");
        all(Rule.PREFORMATTED, "pre");
        all(Rule.LINE, "hr");
        all(Rule.HEADING, "h1 h2 h3 h4 h5 h6");
        all(Rule.ITEM, "li");
        all(Rule.DEFINED, "dd dt");
        all(Rule.LINK, "a");
        all(Rule.BUTTON, "button");
        all(Rule.TABLE, "table");
        all(Rule.PART_OF_TABLE, "tbody tfoot thead");
        all(Rule.ROW, "tr");
        all(Rule.CELL, "td th");
        all(Rule.CAPTION, "caption");
        all(Rule.COLUMNS, "colgroup");
        all(Rule.COLUMN, "col");
        all(Rule.DRAWING, "svg", Parser.NamespaceSvg, BY_HASH);
        all(
                Rule.OF_DRAWING,
                "a circle ellipse g line path polygon polyline rect text tspan",
                Parser.NamespaceSvg,
                OF_DRAWINGS);
    }

    private static void all(Rule rule, String names) {
        all(rule, names, Parser.NamespaceHtml, BY_HASH);
    }

    private static void all(Rule rule, String names, String namespace, Name[] byHash) {
        for (String text : List.of(names.split(" ", -1))) {
            int place = place(text.hashCode());
            while (byHash[place] != null) {
                place = place(place + 1);
            }
            Tag tag = tag(text, namespace);
            byHash[place] = new Name(text, rule == Rule.OF_DRAWING ? tag.set(Tag.SeenSelfClose) : tag, rule);
        }
    }

    private static Tag tag(String text) {
        return tag(text, Parser.NamespaceHtml);
    }

    private static Tag tag(String text, String namespace) {
        return Tag.valueOf(text, namespace, ParseSettings.htmlDefault);
    }

    private static int place(int hash) {
        return hash & (PLACES - 1);
    }

    /**
     * The one that stands in a text.
     *
     * @param hash of the letters from begin to end, as a string has it
     * @param inDrawing whether it stands in a drawing, where names mean something else
     */
    static @Nullable Name at(String html, int begin, int end, int hash, boolean inDrawing) {
        Name[] byHash = inDrawing ? OF_DRAWINGS : BY_HASH;
        int place = place(hash);
        Name name = byHash[place];
        while (name != null && !(name.text.length() == end - begin && html.startsWith(name.text, begin))) {
            place = place(place + 1);
            name = byHash[place];
        }
        return name;
    }
}
