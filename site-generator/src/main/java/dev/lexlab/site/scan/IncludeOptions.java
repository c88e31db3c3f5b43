package dev.lexlab.site.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the brackets of an include.
 *
 * @param tag of the region that is wanted; empty for the whole file
 * @param leveloffset by how much its headings are deeper, with or without a sign; in AsciiDoc alone
 * @param optional whether the file may be missing; in AsciiDoc alone
 */
record IncludeOptions(Optional<String> tag, Optional<String> leveloffset, boolean optional) {
    private static final Pattern OPTION = Pattern.compile("\\s*([a-z]+)\\s*=\\s*\"?([\\w.+-]+)\"?\\s*(?:,|$)");

    /** Empty where anything else stands there. */
    static Optional<IncludeOptions> read(String text, Markup page) {
        IncludeOptions read = new IncludeOptions(Optional.empty(), Optional.empty(), false);
        Matcher option = OPTION.matcher(text);
        int end = text.isBlank() ? text.length() : 0;
        while (end < text.length()) {
            if (!option.find(end) || option.start() != end) {
                return Optional.empty();
            }
            Optional<IncludeOptions> more = read.with(option.group(1), option.group(2), page);
            if (more.isEmpty()) {
                return more;
            }
            read = more.get();
            end = option.end();
        }
        return Optional.of(read);
    }

    private Optional<IncludeOptions> with(String name, String value, Markup page) {
        if (name.equals("tag") || name.equals("tags")) {
            return Optional.of(new IncludeOptions(Optional.of(value), leveloffset, optional));
        }
        if (page == Markup.ASCIIDOC && name.equals("leveloffset") && value.matches("[+-]?\\d")) {
            return Optional.of(new IncludeOptions(tag, Optional.of(value), optional));
        }
        if (page == Markup.ASCIIDOC && (name.equals("opts") || name.equals("options")) && value.equals("optional")) {
            return Optional.of(new IncludeOptions(tag, leveloffset, true));
        }
        return Optional.empty();
    }
}
