package dev.lexlab.site.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an AsciiDoc document says of itself before its text begins: {@code = Title}, its author, its revision, and attributes. A page
 * that has no front matter in YAML says by it what it is.
 *
 * @param title the words behind {@code =}
 * @param about lines with author and revision
 * @param attributes by name, those of {@code site.yml} among them; each with its resolved value and where it was set
 * @param end how many lines of the body belong to it
 */
public record AsciidocHeader(
        SourceText.Line title, List<SourceText.Line> about, Map<String, SourceText.Line> attributes, int end) {
    private static final Pattern ENTRY = Pattern.compile(":!?[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*!?:(?:\\s.*)?");

    public AsciidocHeader {
        about = List.copyOf(about);
        attributes = Map.copyOf(attributes);
    }

    /** None where a text begins without a title. */
    static Optional<AsciidocHeader> read(List<SourceText.Line> body, DocumentAttributes attributes) {
        int at = 0;
        boolean continued = false;
        while (at < body.size() && (continued || isBetween(body.get(at).text()))) {
            continued = body.get(at).text().endsWith(" \\");
            at++;
        }
        if (at == body.size() || !body.get(at).text().matches("=\\s+\\S.*")) {
            return Optional.empty();
        }
        SourceText.Line line = body.get(at);
        SourceText.Line title =
                new SourceText.Line(attributes.resolve(line.text().substring(1).strip()), line.file(), line.number());
        List<SourceText.Line> about = new ArrayList<>();
        at++;
        while (at < body.size() && !body.get(at).text().isEmpty()) {
            String text = body.get(at).text();
            if (!continued && !isBetween(text) && about.size() < 2) {
                about.add(body.get(at));
            }
            continued = text.endsWith(" \\");
            at++;
        }
        Set<SourceText.Line> lines = new HashSet<>(body.subList(0, at));
        Map<String, SourceText.Line> values = new LinkedHashMap<>();
        attributes.entries().stream()
                .filter(entry -> lines.contains(entry.line())) // chapters have headers of their own
                .forEach(entry -> values.put(
                        entry.name(),
                        new SourceText.Line(
                                entry.value(), entry.line().file(), entry.line().number())));
        return Optional.of(new AsciidocHeader(title, about, values, at));
    }

    private static boolean isBetween(String text) {
        return text.isEmpty() || text.startsWith("//") || ENTRY.matcher(text).matches();
    }
}
