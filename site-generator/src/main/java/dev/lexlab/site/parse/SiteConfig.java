package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.address.Redirect;
import java.util.List;
import java.util.Optional;

/**
 * {@code content/site.yml}.
 *
 * @param editLink address with {@code {path}} in it
 * @param testedCode whether code may stand in a page only where it comes from a file that is tested
 */
public record SiteConfig(
        String title,
        String tagline,
        String baseUrl,
        Optional<String> editLink,
        List<Entry> navigation,
        List<Redirect> redirects,
        boolean testedCode) {

    public SiteConfig {
        navigation = List.copyOf(navigation);
        redirects = List.copyOf(redirects);
    }

    /**
     * A concept and the reading order of its terms.
     *
     * @param place where the concept is named
     */
    public record Entry(Place place, String concept, String title, String summary, List<YamlText> terms) {

        public Entry {
            terms = List.copyOf(terms);
        }
    }
}
