package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of a page before any name in it is looked up.
 *
 * <p>A reference is {@code <a data-ref="term|cite|page" href="what the author wrote">}, empty where the author gave no text;
 * {@code data-at} on references, images and headings says where they stand: {@code line.column} of the body.
 *
 * @param anchors ids in it and the words they stand for, in order; other pages lead there
 * @param problems what the engine found, with real places
 */
public record Fragment(String html, Map<String, String> anchors, List<Problem> problems) {

    public Fragment {
        anchors = Collections.unmodifiableMap(new LinkedHashMap<>(anchors));
        problems = List.copyOf(problems);
    }

    /** One without anchors. */
    public Fragment(String html, List<Problem> problems) {
        this(html, Map.of(), problems);
    }
}
