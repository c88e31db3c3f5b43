package dev.lexlab.site.highlight;

import java.util.Set;

/** Gives tokens their classes: {@code tok-keyword}, {@code tok-string}, {@code prompt} and so on. */
public interface Highlighter {

    /** Names that authors may write. */
    Set<String> languages();

    /** Escaped HTML whose text is the code. */
    String html(String language, String code);

    static Highlighter create() {
        return new TokenHighlighter();
    }
}
