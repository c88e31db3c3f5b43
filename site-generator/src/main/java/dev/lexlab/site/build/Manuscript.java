package dev.lexlab.site.build;

import dev.lexlab.site.parse.ParsedPage;
import java.nio.file.Path;
import java.util.Map;

/**
 * A page whose body is to be made. Equal ones become equal drafts.
 *
 * @param url from the site's root
 * @param slug of the term it defines; empty for a guide
 * @param near the terms its text may be about: others are linked only where the author says so
 */
record Manuscript(ParsedPage page, String url, String slug, String title, Near near) {

    /** Where it lies, as links find it. */
    Path file() {
        return page.file().file();
    }

    /** Ids in its text and the words they stand for. */
    Map<String, String> anchors() {
        return page.fragment().anchors();
    }
}
