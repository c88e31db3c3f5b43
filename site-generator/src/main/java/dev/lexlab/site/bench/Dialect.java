package dev.lexlab.site.bench;

import java.util.List;

/** How one markup writes things down. Blocks end with an empty line; what stands in a line has no line end. */
interface Dialect {

    /** The page's own title; empty where front matter has it. */
    String title(String words);

    /** A section's; the level is 2 or 3. */
    String heading(int level, String words);

    String paragraph(String words);

    String note(String words);

    String bullets(List<String> items);

    String code(String language, String lines);

    String table(List<String> head, List<List<String>> rows);

    String picture(String file, String alternative);

    String literal(String words);

    String strong(String words);

    String emphasised(String words);

    /** A reference to another page. */
    String page(CorpusPage page);

    String link(String address, String words);

    /** Where a footnote is called. There is one for each page. */
    String footnoteCall(String words);

    /** The footnote itself, at the page's end; empty where the call holds it. */
    String footnote(String words);
}
