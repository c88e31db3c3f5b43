package dev.lexlab.site.markup;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sees {@code [[slug]]}, {@code [[slug|text]]} and {@code [@id]} before the parser takes the bracket for a link. */
final class ReferenceParser implements InlineParserExtension {
    private static final Pattern TERM = Pattern.compile("^\\[\\[([^\\[\\]|]+)(?:\\|([^\\[\\]|]+))?\\]\\]");
    private static final Pattern CITE = Pattern.compile("^\\[@([^\\s\\[\\]]+)\\]");

    @Override
    public boolean parse(LightInlineParser parser) {
        return accept(parser, "term", TERM) || accept(parser, "cite", CITE);
    }

    private static boolean accept(LightInlineParser parser, String kind, Pattern pattern) {
        BasedSequence[] groups = parser.matchWithGroups(pattern);
        if (groups == null) {
            return false;
        }
        parser.flushTextNode();
        String text = groups.length > 2 && groups[2] != null ? groups[2].toString() : "";
        String target = groups[1].toString().strip();
        parser.getBlock().appendChild(new ReferenceNode(groups[0], kind, target, text.strip()));
        return true;
    }

    @Override
    public void finalizeBlock(InlineParser parser) {
        // every reference is whole when it is read
    }

    @Override
    public void finalizeDocument(InlineParser parser) {
        // nothing is kept between blocks
    }

    static final class Factory implements InlineParserExtensionFactory {
        @Override
        public CharSequence getCharacters() {
            return "[";
        }

        @Override
        public InlineParserExtension apply(LightInlineParser parser) {
            return new ReferenceParser();
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
