package dev.lexlab.site.highlight;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jsoup.nodes.Element;

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

    /** By language; those that nobody uses at the moment. Each reads one text at a time, and some know hundreds of words. */
    private final Map<String, Queue<TokenMaker>> makers = new ConcurrentHashMap<>();

    @Override
    public Set<String> languages() {
        return STYLES.keySet();
    }

    @Override
    public void colour(String language, String code, Element into) {
        Coloured coloured = new Coloured(into);
        Queue<TokenMaker> idle = makers.computeIfAbsent(language, unused -> new ConcurrentLinkedQueue<>());
        TokenMaker free = idle.poll();
        TokenMaker maker = free == null ? maker(language) : free;
        switch (language) {
            case PLAIN -> coloured.text(code);
            case CONSOLE -> console(maker, code, coloured);
            default -> lines(maker, code, coloured);
        }
        coloured.end();
        idle.add(maker);
    }

    private static TokenMaker maker(String language) {
        return TokenMakerFactory.getDefaultInstance()
                .getTokenMaker(STYLES.getOrDefault(language, SyntaxConstants.SYNTAX_STYLE_NONE));
    }

    /** Lines that begin with a prompt were typed; the others are what came back. */
    private static void console(TokenMaker shell, String code, Coloured out) {
        boolean goesOn = false;
        String end = "";
        for (String line : code.split("\n", -1)) {
            out.text(end);
            boolean typed = line.startsWith(PROMPT);
            if (typed) {
                out.span("prompt", PROMPT);
                lines(shell, line.substring(PROMPT.length()), out);
            } else if (goesOn) {
                lines(shell, line, out);
            } else {
                out.text(line);
            }
            goesOn = (typed || goesOn) && line.endsWith("\\");
            end = "\n";
        }
    }

    private static void lines(TokenMaker maker, String code, Coloured out) {
        int state = TokenTypes.NULL;
        String end = "";
        for (String line : code.split("\n", -1)) {
            out.text(end);
            char[] chars = line.toCharArray();
            Token token = maker.getTokenList(new Segment(chars, 0, chars.length), state, 0);
            while (token != null) {
                if (token.isPaintable()) {
                    append(token, out);
                }
                state = token.getType(); // of the last one, which a line that goes on ends with
                token = token.getNextToken();
            }
            end = "\n";
        }
    }

    private static void append(Token token, Coloured out) {
        String text = token.getLexeme();
        String kind = kind(token.getType());
        if (kind.isEmpty() || text.isBlank()) {
            out.text(text);
        } else {
            out.span("tok-" + kind, text);
        }
    }

    /** What is in an element so far; texts side by side are one. */
    private static final class Coloured {
        private final Element into;
        private final StringBuilder text = new StringBuilder();

        Coloured(Element into) {
            this.into = into.empty();
        }

        void text(String more) {
            text.append(more);
        }

        void span(String name, String words) {
            end();
            into.appendElement("span").attr("class", name).appendText(words);
        }

        void end() {
            if (text.length() > 0) {
                into.appendText(text.toString());
                text.setLength(0);
            }
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
