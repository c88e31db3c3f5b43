package dev.lexlab.site.build;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** Plain text with {@code `code`} to HTML. */
final class InlineText {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private InlineText() {}

    static String html(String text) {
        Matcher code = CODE.matcher(Entities.escape(text));
        return code.replaceAll("<code>$1</code>");
    }
}
