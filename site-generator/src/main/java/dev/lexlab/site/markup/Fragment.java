package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Problem;
import java.util.List;

/**
 * The body of a page before any name in it is looked up.
 *
 * <p>A reference is {@code <a data-ref="term|cite|page" href="what the author wrote">}, empty where the author gave no text;
 * {@code data-at} on references, images and headings says where they stand: {@code line.column} of the body.
 *
 * @param problems what the engine found, with real places
 */
public record Fragment(String html, List<Problem> problems) {

    public Fragment {
        problems = List.copyOf(problems);
    }
}
