package dev.lexlab.site.markup;

import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * {@code :   text} below a paragraph whose lines are the names that it defines; it holds all that is indented as its text is. A
 * list of definitions is those paragraphs and these, one after the other.
 */
final class Definition extends CustomBlock {

    /** Whether a paragraph is one of names. */
    static boolean isTerm(@Nullable Node paragraph) {
        return paragraph instanceof Paragraph && paragraph.getNext() instanceof Definition;
    }

    static @Nullable BlockStart start(ParserState state, MatchedBlockParser matched) {
        int colon = state.getNextNonSpaceIndex();
        CharSequence line = state.getLine().getContent();
        if (line.charAt(colon) != ':'
                || state.getIndent() >= DefinitionParser.CODE_INDENT
                || !follows(state, matched)) {
            return BlockStart.none();
        }
        int columns = 1;
        int at = colon + 1;
        int begin = state.getColumn() + state.getIndent();
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            columns += line.charAt(at) == ' ' ? 1 : DefinitionParser.TAB - (begin + columns) % DefinitionParser.TAB;
            at++;
        }
        if (at == colon + 1 || at == line.length()) {
            return BlockStart.none();
        }
        // More than that is code, as in a list.
        int indent = columns > 1 + DefinitionParser.CODE_INDENT ? 2 : columns;
        return BlockStart.of(new DefinitionParser(state.getIndent() + indent)).atColumn(begin + indent);
    }

    /** Whether names stand above it, or another definition of them; an empty line may part them. */
    private static boolean follows(ParserState state, MatchedBlockParser matched) {
        if (!matched.getParagraphLines().isEmpty()) {
            return true;
        }
        Block around = matched.getMatchedBlockParser().getBlock();
        Node before = around.getLastChild();
        if (before instanceof Definition) {
            return true;
        }
        if (!(before instanceof Paragraph)) {
            return false;
        }
        List<SourceSpan> lines = before.getSourceSpans();
        SourceSpan here = state.getLine().getSourceSpan();
        return !lines.isEmpty()
                && here.getLineIndex() - lines.get(lines.size() - 1).getLineIndex() <= 2;
    }

    private static final class DefinitionParser extends AbstractBlockParser {
        private static final int CODE_INDENT = 4;
        private static final int TAB = 4;

        private final Definition definition = new Definition();
        private final int indent;

        /** @param indent columns, of what belongs to it */
        DefinitionParser(int indent) {
            this.indent = indent;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return true;
        }

        @Override
        public Block getBlock() {
            return definition;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() >= indent
                    ? BlockContinue.atColumn(state.getColumn() + indent)
                    : BlockContinue.none();
        }
    }
}
