package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jspecify.annotations.Nullable;

/** What Asciidoctor complains about, as problems with real places. It complains on the thread that converts. */
final class AsciidocLog implements LogHandler {
    private static final Pattern MISSING_ATTRIBUTE = Pattern.compile("skipping reference to missing attribute: (\\S+)");

    private static final Set<Severity> HARMLESS = EnumSet.of(Severity.DEBUG, Severity.INFO);

    private static final ThreadLocal<@Nullable Hearing> HEARINGS = new ThreadLocal<>();

    /** A conversion that is under way. */
    private record Hearing(SourceText source, List<Problem> problems) {}

    void begin(SourceText text) {
        HEARINGS.set(new Hearing(text, new ArrayList<>()));
    }

    List<Problem> end() {
        Hearing hearing = HEARINGS.get();
        HEARINGS.remove();
        return hearing == null ? List.of() : List.copyOf(hearing.problems());
    }

    @Override
    public void log(LogRecord entry) {
        Hearing hearing = HEARINGS.get();
        if (hearing == null || HARMLESS.contains(entry.getSeverity())) {
            return;
        }
        SourceText text = hearing.source();
        List<Problem> problems = hearing.problems();
        String message = Marks.strip(entry.getMessage());
        Matcher missing = MISSING_ATTRIBUTE.matcher(message);
        if (missing.matches()) {
            String name = missing.group(1);
            problems.add(new Problem(
                    find(text, "{" + name + "}"),
                    "attribute '" + name + "' is not defined",
                    "write \\{" + name + "} for the braces themselves"));
        } else {
            problems.add(new Problem(place(text, entry.getCursor()), message, ""));
        }
    }

    private static Place place(SourceText text, @Nullable Cursor cursor) {
        return cursor == null ? Place.of(text.name()) : text.place(cursor.getLineNumber(), 0);
    }

    private static Place find(SourceText text, String words) {
        for (int i = 0; i < text.body().size(); i++) {
            int column = text.body().get(i).text().indexOf(words);
            if (column >= 0) {
                return text.place(i + 1, column + 1);
            }
        }
        return Place.of(text.name());
    }
}
