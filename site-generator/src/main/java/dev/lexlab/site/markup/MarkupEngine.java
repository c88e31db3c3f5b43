package dev.lexlab.site.markup;

import dev.lexlab.site.scan.SourceText;

/** One markup language. */
interface MarkupEngine extends AutoCloseable {

    Fragment convert(SourceText source);

    @Override
    void close();
}
