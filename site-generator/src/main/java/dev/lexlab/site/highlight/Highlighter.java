package dev.lexlab.site.highlight;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Gives tokens their classes: {@code tok-keyword}, {@code tok-string}, {@code prompt} and so on. */
public interface Highlighter {

    /** Names that authors may write. */
    Set<String> languages();

    /**
     * Makes code the content of an element.
     *
     * @param into gets the code as its text, in a {@code span} with its class what has one
     */
    void colour(String language, String code, Element into);

    static Highlighter create() {
        return new TokenHighlighter();
    }
}
