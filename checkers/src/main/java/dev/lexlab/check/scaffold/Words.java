package dev.lexlab.check.scaffold;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is put in place of <code>{{name}}</code> in a template. */
final class Words {
    private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z-]+)}}");

    private final Map<String, String> words = new TreeMap<>();

    Words put(String name, String value) {
        words.put(name, value);
        return this;
    }

    String in(String template) {
        return NAME.matcher(template).replaceAll(found -> {
            String word = words.get(found.group(1));
            if (word == null) {
                throw new IllegalStateException("nothing is known for '" + found.group() + "'");
            }
            return Matcher.quoteReplacement(word);
        });
    }

    /** Somebody's text as a value in YAML, whatever is in it. */
    static String yaml(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
    }
}
