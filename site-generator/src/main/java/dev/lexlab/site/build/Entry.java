package dev.lexlab.site.build;

import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.parse.FrontMatter;
import dev.lexlab.site.parse.ParsedPage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A term before its page is made.
 *
 * @param url from the site's root
 * @param headword whether it is the overview of its concept
 */
record Entry(String slug, String concept, String url, boolean headword, FrontMatter about, ParsedPage page) {
    /** A first word that goes on with a capital or a digit: TCP, pgBouncer, B2. */
    private static final Pattern NAME = Pattern.compile("\\S+[\\p{Lu}\\p{N}]");

    String title() {
        return about.term().text();
    }

    /** Slugs that its front matter says it has to do with. */
    List<String> declared() {
        return Stream.concat(about.requires().stream(), about.seeAlso().stream())
                .map(YamlText::text)
                .toList();
    }

    /** The title as it stands within a sentence: without its capital, unless it is a name or an abbreviation. */
    String titleInText() {
        boolean plural = about.plural().filter(text -> startsUpper(text.text())).isPresent();
        if (headword || plural || NAME.matcher(title()).lookingAt() || title().isEmpty()) {
            return title();
        }
        return Character.toLowerCase(title().charAt(0)) + title().substring(1);
    }

    private static boolean startsUpper(String text) {
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }
}
