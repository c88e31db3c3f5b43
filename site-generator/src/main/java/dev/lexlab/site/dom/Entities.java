package dev.lexlab.site.dom;

import java.util.List;
import org.jsoup.parser.Parser;

/** Signs that HTML writes with others: those that printers write, and by jsoup the two thousand more that there are. */
final class Entities {
    private static final List<Entity> USUAL = List.of(
            new Entity("&lt;", '<'),
            new Entity("&gt;", '>'),
            new Entity("&amp;", '&'),
            new Entity("&quot;", '"'),
            new Entity("&#39;", '\''),
            new Entity("&nbsp;", '\u00a0'));

    /** Below this some numbers stand for other signs. */
    private static final int FIRST_PLAIN = 0xa0;

    private Entities() {}

    private record Entity(String written, char sign) {}

    /** @param inAttribute where fewer of them can stand without their end */
    static String decoded(String text, boolean inAttribute) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            decoded.append(text, done, at);
            done = decode(text, at, decoded);
            if (done == at) {
                return Parser.unescapeEntities(text, inAttribute);
            }
            at = text.indexOf('&', done);
        }
        return decoded.append(text, done, text.length()).toString();
    }

    /** @return where the entity ends; where it begins, if it is not one of those that are known here */
    private static int decode(String text, int at, StringBuilder decoded) {
        for (int i = 0; i < USUAL.size(); i++) {
            Entity entity = USUAL.get(i);
            if (text.startsWith(entity.written(), at)) {
                decoded.append(entity.sign());
                return at + entity.written().length();
            }
        }
        if (!text.startsWith("&#", at)) {
            return at;
        }
        int number = 0;
        int end = at + 2;
        while (end < text.length()
                && text.charAt(end) >= '0'
                && text.charAt(end) <= '9'
                && number < Character.MAX_VALUE) {
            number = 10 * number + text.charAt(end) - '0';
            end++;
        }
        boolean isPlain = number >= FIRST_PLAIN && number < Character.MIN_SURROGATE;
        if (!isPlain || end == text.length() || text.charAt(end) != ';') {
            return at;
        }
        decoded.append((char) number);
        return end + 1;
    }
}
