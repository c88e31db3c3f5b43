package dev.lexlab.site.highlight;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jsoup.nodes.Entities;

/** RSyntaxTextArea's tokenisers; none of its windows is ever made. */
final class TokenHighlighter implements Highlighter {
    private static final String PLAIN = "text";
    private static final String CONSOLE = "console";
    private static final String PROMPT = "$ ";
    private static final Map<String, String> STYLES = new TreeMap<>(Map.ofEntries(
            Map.entry(PLAIN, SyntaxConstants.SYNTAX_STYLE_NONE),
            Map.entry(CONSOLE, SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("bash", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("sh", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("dockerfile", SyntaxConstants.SYNTAX_STYLE_DOCKERFILE),
            Map.entry("ini", SyntaxConstants.SYNTAX_STYLE_INI),
            Map.entry("java", SyntaxConstants.SYNTAX_STYLE_JAVA),
            Map.entry("json", SyntaxConstants.SYNTAX_STYLE_JSON_WITH_COMMENTS),
            Map.entry("python", SyntaxConstants.SYNTAX_STYLE_PYTHON),
            Map.entry("sql", SyntaxConstants.SYNTAX_STYLE_SQL),
            Map.entry("xml", SyntaxConstants.SYNTAX_STYLE_XML),
            Map.entry("yaml", SyntaxConstants.SYNTAX_STYLE_YAML)));

    @Override
    public Set<String> languages() {
        return STYLES.keySet();
    }

    @Override
    public String html(String language, String code) {
        if (language.equals(PLAIN)) {
            return Entities.escape(code);
        }
        TokenMaker maker = TokenMakerFactory.getDefaultInstance()
                .getTokenMaker(STYLES.getOrDefault(language, SyntaxConstants.SYNTAX_STYLE_NONE));
        return language.equals(CONSOLE) ? console(maker, code) : lines(maker, code);
    }

    /** Lines that begin with a prompt were typed; the others are what came back. */
    private static String console(TokenMaker shell, String code) {
        StringBuilder out = new StringBuilder();
        boolean goesOn = false;
        for (String line : code.split("\n", -1)) {
            boolean typed = line.startsWith(PROMPT);
            if (typed) {
                out.append("<span class=\"prompt\">").append(PROMPT).append("</span>");
                out.append(lines(shell, line.substring(PROMPT.length())));
            } else {
                out.append(goesOn ? lines(shell, line) : Entities.escape(line));
            }
            goesOn = (typed || goesOn) && line.endsWith("\\");
            out.append('\n');
        }
        return out.substring(0, out.length() - 1);
    }

    private static String lines(TokenMaker maker, String code) {
        StringBuilder out = new StringBuilder();
        int state = TokenTypes.NULL;
        for (String line : code.split("\n", -1)) {
            char[] chars = line.toCharArray();
            for (Token token = maker.getTokenList(new Segment(chars, 0, chars.length), state, 0);
                    token != null && token.isPaintable();
                    token = token.getNextToken()) {
                append(out, token);
            }
            state = maker.getLastTokenTypeOnLine(new Segment(chars, 0, chars.length), state);
            out.append('\n');
        }
        return out.substring(0, out.length() - 1);
    }

    private static void append(StringBuilder out, Token token) {
        String text = Entities.escape(token.getLexeme());
        String kind = kind(token.getType());
        if (kind.isEmpty() || text.isBlank()) {
            out.append(text);
        } else {
            out.append("<span class=\"tok-")
                    .append(kind)
                    .append("\">")
                    .append(text)
                    .append("</span>");
        }
    }

    private static String kind(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> "comment";
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.DATA_TYPE,
                    TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.MARKUP_TAG_NAME,
                    TokenTypes.PREPROCESSOR -> "keyword";
            case TokenTypes.FUNCTION -> "function";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.REGEX -> "string";
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL -> "number";
            case TokenTypes.VARIABLE, TokenTypes.MARKUP_TAG_ATTRIBUTE, TokenTypes.ANNOTATION -> "variable";
            case TokenTypes.OPERATOR -> "operator";
            default -> "";
        };
    }
}
