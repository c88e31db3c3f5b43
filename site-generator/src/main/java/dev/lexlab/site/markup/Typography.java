package dev.lexlab.site.markup;

import java.util.regex.Pattern;

/** Asciidoctor's replacements of plain signs. */
final class Typography {
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=[\\p{L}\\p{N}])'(?=\\p{L})");
    private static final Pattern DASH = Pattern.compile("(?<=\\S)\\s--\\s(?=\\S)");

    private Typography() {}

    static String of(String text) {
        if (text.indexOf('\'') < 0 && text.indexOf('-') < 0 && text.indexOf("...") < 0 && text.indexOf("=>") < 0) {
            return text; // as nearly all are
        }
        String quoted = APOSTROPHE.matcher(text).replaceAll("’");
        return DASH.matcher(quoted)
                .replaceAll("\u2009—\u2009")
                .replace("...", "…")
                .replace("->", "→")
                .replace("=>", "⇒");
    }
}
