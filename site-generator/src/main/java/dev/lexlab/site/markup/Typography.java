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
        String quoted = text.indexOf('\'') < 0 ? text : APOSTROPHE.matcher(text).replaceAll("’");
        String dashed = quoted.indexOf("--") < 0 ? quoted : DASH.matcher(quoted).replaceAll("\u2009—\u2009");
        return dashed.replace("...", "…").replace("->", "→").replace("=>", "⇒");
    }
}
