package dev.lexlab.site.markup;

import dev.lexlab.site.scan.SourceText;

/** One markup language. Engines are asked from several threads at a time. */
interface MarkupEngine extends AutoCloseable {

    Fragment convert(SourceText source);

    @Override
    void close();
}
