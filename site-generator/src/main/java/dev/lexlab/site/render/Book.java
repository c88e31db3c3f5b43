package dev.lexlab.site.render;

import dev.lexlab.site.dom.HtmlReader;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** All terms in reading order on one page, for paper: each text with its anchors, links and headings moved to where it stands. */
record Book(List<Chapter> chapters) {
    /** Between a term's slug, which has no double hyphen, and an anchor of its page. */
    private static final String JOINT = "--";

    /** The page has its own, a chapter's and a term's heading above those of a text. */
    private static final int DEEPER = 2;

    private static final int DEEPEST = 6;

    /** Some 250,000 words, more than a browser likes to lay out and anybody prints; beyond, a site has no such page. */
    private static final int MOST_TERMS = 300;

    /** A concept. */
    record Chapter(Concept concept, List<Section> sections) {}

    /** A term and its text. */
    record Section(Term term, String html, List<Reference> references) {}

    static boolean isFor(Site site) {
        return site.terms().size() <= MOST_TERMS;
    }

    static Book of(Site site) {
        Map<String, String> slugs = new HashMap<>();
        site.terms().values().forEach(term -> slugs.put(term.url(), term.slug()));
        return new Book(
                site.concepts().stream().map(concept -> chapter(concept, slugs)).toList());
    }

    private static Chapter chapter(Concept concept, Map<String, String> slugs) {
        return new Chapter(
                concept,
                concept.inReadingOrder().stream()
                        .map(term -> section(term, slugs))
                        .toList());
    }

    private static Section section(Term term, Map<String, String> slugs) {
        Document dom = HtmlReader.fragment(term.body().html());
        dom.outputSettings().prettyPrint(false);
        Element body = dom.body();
        for (Element element : body.select("[id]")) {
            element.attr("id", term.slug() + JOINT + element.id());
        }
        for (Element element : body.select("[aria-labelledby], [aria-describedby]")) {
            element.removeAttr("aria-labelledby").removeAttr("aria-describedby");
        }
        for (Element link : body.select("a[href]")) {
            link.removeAttr("data-term").attr("href", moved(link.attr("href"), term, slugs));
        }
        for (Element image : body.select("[src]")) {
            image.attr("src", moved(image.attr("src"), term, slugs));
        }
        for (Element heading : body.select("h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0' + DEEPER;
            heading.tagName("h" + Math.min(level, DEEPEST));
        }
        return new Section(term, body.html(), Reference.of(term));
    }

    /** An address as a page of the site has it, as seen from the one page of the book at the site's root. */
    private static String moved(String address, Term from, Map<String, String> slugs) {
        URI uri = URI.create(address);
        if (uri.isAbsolute()) {
            return address;
        }
        URI whole = URI.create("/" + from.url()).resolve(uri);
        String page = uri.getPath().isEmpty() ? from.url() : whole.getPath().substring(1);
        String slug = slugs.get(page);
        if (slug == null) {
            return whole.toString().substring(1);
        }
        return "#" + (uri.getFragment() == null ? slug : slug + JOINT + uri.getFragment());
    }
}
