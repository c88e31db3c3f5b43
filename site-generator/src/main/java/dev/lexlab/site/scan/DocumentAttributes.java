package dev.lexlab.site.scan;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of an AsciiDoc page while its lines are read, as its engine will have them when it comes to the same line: those of
 * {@code site.yml}, then the entries of the page.
 */
final class DocumentAttributes {
    private static final Pattern REFERENCE = Pattern.compile("(?<!\\\\)\\{([\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*)\\}");
    /** The engine cuts values there, too: those that name each other twice would fill the memory. */
    static final int LONGEST = 4096;
    /** What every page has, so that a text written for several tools can ask where it is. */
    private static final Map<String, String> ALWAYS = Map.of(
            "asciidoctor",
            "",
            "backend",
            "html5",
            "backend-html5",
            "",
            "basebackend",
            "html",
            "basebackend-html",
            "",
            "lexlab",
            "");

    private final Map<String, String> values = new HashMap<>(ALWAYS);
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();

    /**
     * An attribute that somebody set.
     *
     * @param line where that stands
     */
    record Entry(String name, String value, SourceText.Line line) {}

    void set(String name, String value, SourceText.Line line) {
        String key = name.toLowerCase(ROOT);
        String resolved = key.equals("leveloffset") ? levels(resolve(value)) : resolve(value);
        values.put(key, resolved);
        entries.add(new Entry(key, resolved, line));
    }

    /** With a sign it is added to what holds already. */
    private String levels(String offset) {
        try {
            boolean isRelative = offset.startsWith("+") || offset.startsWith("-");
            int before = isRelative ? Integer.parseInt(values.getOrDefault("leveloffset", "0")) : 0;
            return String.valueOf(before + Integer.parseInt(offset));
        } catch (NumberFormatException e) {
            return "0"; // the engine takes no number for none, too
        }
    }

    void unset(String name) {
        values.remove(name.toLowerCase(ROOT));
    }

    /** Whether it is set; whoever asks uses it. */
    boolean has(String name) {
        used.add(name.toLowerCase(ROOT));
        return values.containsKey(name.toLowerCase(ROOT));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** With the values of the attributes that it names, where they have one. */
    String resolve(String text) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (out.length() < LONGEST && reference.find()) {
            String value =
                    has(reference.group(1)) ? values.get(reference.group(1).toLowerCase(ROOT)) : null;
            reference.appendReplacement(out, Matcher.quoteReplacement(value == null ? reference.group() : value));
        }
        reference.appendTail(out);
        return out.length() <= LONGEST ? out.toString() : out.substring(0, LONGEST);
    }

    /** The first attribute that a text names and that has no value. */
    Optional<String> missing(String text) {
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            if (!has(reference.group(1))) {
                return Optional.of(reference.group(1));
            }
        }
        return Optional.empty();
    }

    /** Notes what a line of text names. */
    void use(String line) {
        if (line.indexOf('{') >= 0) {
            REFERENCE
                    .matcher(line)
                    .results()
                    .forEach(reference -> used.add(reference.group(1).toLowerCase(ROOT)));
        }
    }

    /** In the order in which they were set; one that was set again stands there again. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }
}
