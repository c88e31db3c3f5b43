package dev.lexlab.site.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** jsoup answers a query that it reads anew each time; so must we. */
class QueryTest {
    private static final List<String> QUERIES = List.of(
            "a",
            "a[href]",
            "[id]",
            "h2, h3[id], div",
            "a[href]:not([data-ref], [class*=note])",
            "pre:has(b.conum)",
            "pre:not(:has(code))",
            "pre > code",
            "pre > code:has(b.conum)",
            "ol:not(.callouts)",
            "tbody > tr > th",
            "table th",
            "> a, > div > dt",
            "div.title",
            "#one",
            ".note, a.term, [role=img][aria-label]",
            "sup[id^=fnref-]",
            "p[class=note]",
            "*",
            "div + p",
            "[data-ref=a,b]");

    private static final List<String> NAMES = List.of(
            "a", "b", "code", "div", "dt", "h2", "h3", "ol", "p", "pre", "sup", "table", "tbody", "th", "tr", "img");
    private static final List<String> ATTRIBUTES = List.of(
            "id=one",
            "id=fnref-1",
            "href=x",
            "data-ref=term",
            "data-ref=a,b",
            "class=note",
            "class=title note",
            "class=callouts",
            "class=conum",
            "class=term",
            "role=img",
            "aria-label=y");

    @RepeatedTest(40)
    void findsWhatJsoupFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Element root = tree(random);

        agree(root);
        // Whatever was found before must not stand in the way of what is there now.
        for (Element element : root.select("div, p").subList(0, 1 + random.nextInt(2))) {
            element.unwrap();
        }
        root.select("a").forEach(link -> link.attr("id", "one").removeClass("note"));
        agree(root);
    }

    @Test
    void looksAtTheElementItselfToo() {
        Element main = Jsoup.parseBodyFragment("<main id=one><p>words").body().child(0);

        assertThat(Query.all(main, "main")).containsExactly(main);
        assertThat(Query.first(main, "[id]")).isSameAs(main);
        assertThat(Query.first(main, "p > main")).isNull();
    }

    private static void agree(Element root) {
        ByTag byTag = ByTag.below(root);
        assertThat(byTag.all()).containsExactlyElementsOf(root.select("body > *, body > * *"));
        assertThat(byTag.headings()).containsExactlyElementsOf(root.select("h1, h2, h3, h4, h5, h6"));
        NAMES.forEach(name -> assertThat(byTag.all(name)).containsExactlyElementsOf(root.select(name)));
        for (String query : QUERIES) {
            List<Element> expected = List.copyOf(root.select(query));
            assertThat(List.copyOf(Query.all(root, query))).as(query).containsExactlyElementsOf(expected);
            assertThat(Query.first(root, query)).as(query).isSameAs(expected.isEmpty() ? null : expected.get(0));
        }
    }

    private static Element tree(Random random) {
        Element root = new Element("body");
        Element at = root;
        for (int i = 0; i < 120; i++) {
            Element child = new Element(NAMES.get(random.nextInt(NAMES.size())));
            for (int more = random.nextInt(3); more > 0; more--) {
                String[] attribute =
                        ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size())).split("=", 2);
                child.attr(attribute[0], attribute[1]);
            }
            at.appendChild(child).appendText(" words ");
            int way = random.nextInt(3);
            Element parent = at.parent();
            at = way == 0 ? child : way == 1 && parent != null ? parent : at;
        }
        return root;
    }
}
