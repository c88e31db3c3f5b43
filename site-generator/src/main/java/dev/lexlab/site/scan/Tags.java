package dev.lexlab.site.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file's lines and its tagged regions: between {@code tag::name[]} and {@code end::name[]}, in any kind of comment. */
final class Tags {
    private static final Pattern MARK = Pattern.compile("\\b(tag|end)::([\\w.-]+)\\[\\]");

    private final List<SourceText.Line> all = new ArrayList<>();
    private final Map<String, List<SourceText.Line>> byTag = new LinkedHashMap<>();
    private final Map<String, Integer> begins = new LinkedHashMap<>();
    private final Map<Integer, String> faults = new TreeMap<>();

    private Tags() {}

    static Tags read(String name, String text) {
        Tags tags = new Tags();
        Set<String> open = new LinkedHashSet<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher mark = MARK.matcher(line);
            if (mark.find()) {
                tags.mark(mark.group(1), mark.group(2), number, open);
            } else {
                tags.add(new SourceText.Line(line.stripTrailing(), name, number), open);
            }
        }
        open.forEach(tag -> tags.faults.put(tags.begins.getOrDefault(tag, 1), "tag '" + tag + "' never ends"));
        return tags;
    }

    private void mark(String word, String tag, int line, Set<String> open) {
        if (word.equals("tag")) {
            open.add(tag);
            begins.putIfAbsent(tag, line);
            byTag.computeIfAbsent(tag, unused -> new ArrayList<>());
        } else if (!open.remove(tag)) {
            faults.put(line, "tag '" + tag + "' ends here and did not begin");
        }
    }

    private void add(SourceText.Line line, Set<String> open) {
        all.add(line);
        open.forEach(
                tag -> byTag.computeIfAbsent(tag, unused -> new ArrayList<>()).add(line));
    }

    /** The line that each tag begins in first. */
    Map<String, Integer> begins() {
        return begins;
    }

    /** What is wrong with the marks, by line. */
    Map<Integer, String> faults() {
        return faults;
    }

    Set<String> names() {
        return byTag.keySet();
    }

    /** The lines of a tag, moved left together; or all lines but the marks. */
    List<SourceText.Line> lines(Optional<String> tag) {
        return tag.map(name -> outdented(byTag.getOrDefault(name, List.of()))).orElse(List.copyOf(all));
    }

    private static List<SourceText.Line> outdented(List<SourceText.Line> lines) {
        int indent = lines.stream()
                .filter(line -> !line.text().isBlank())
                .mapToInt(line ->
                        line.text().length() - line.text().stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> new SourceText.Line(
                        line.text().isBlank() ? "" : line.text().substring(indent), line.file(), line.number()))
                .toList();
    }
}
