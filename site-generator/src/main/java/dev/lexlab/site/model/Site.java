package dev.lexlab.site.model;

import dev.lexlab.site.address.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is published.
 *
 * @param title the glossary's name
 * @param tagline one sentence for the home page
 * @param baseUrl where it will be served, ends with a slash; only for what needs an absolute address
 * @param concepts in the order of navigation
 * @param terms every term by slug, headwords included
 * @param sources every source by title
 * @param labs by name
 * @param pictures by path
 * @param changed the day a page's source was last changed, ISO 8601, by its address; only where that is known
 * @param redirects where visitors of addresses that are no more are sent
 * @param outward every link out of the site, in no particular order
 */
public record Site(
        String title,
        String tagline,
        String baseUrl,
        List<Concept> concepts,
        Map<String, Term> terms,
        List<Source> sources,
        List<LabPage> labs,
        List<Picture> pictures,
        Map<String, String> changed,
        List<Redirect> redirects,
        List<OutwardLink> outward) {

    /**
     * A whole address, with its host, where the site says on which one it is served.
     *
     * @param url from the site's root
     */
    public Optional<String> absolute(String url) {
        return baseUrl.startsWith("http") ? Optional.of(baseUrl + url) : Optional.empty();
    }

    /** The day a page's source was last changed. */
    public Optional<String> dayOf(String url) {
        return Optional.ofNullable(changed.get(url));
    }
}
