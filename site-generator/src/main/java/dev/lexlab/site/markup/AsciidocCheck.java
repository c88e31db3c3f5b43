package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import dev.lexlab.site.scan.Verbatim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Asciidoctor, or the way from its HTML to a page, would let through as something else than its author meant. */
final class AsciidocCheck {
    private static final Pattern BLOCK_MACRO = Pattern.compile("([a-z][a-z0-9_-]*)::(\\S*)\\[.*\\]");
    private static final Pattern STYLE = Pattern.compile("\\[([A-Za-z][\\w-]*)(?:[,.%#][^=]*|,.*)?\\]");
    private static final Pattern FORMULA = Pattern.compile("\\b(stem|latexmath|asciimath):[a-z,]*\\[");

    private static final Set<String> MACROS = Set.of("image", "include", "video", "audio");
    private static final Set<String> STYLES = Set.of(
            "abstract",
            "appendix",
            "arabic",
            "bibliography",
            "colophon",
            "comment",
            "decimal",
            "dedication",
            "discrete",
            "example",
            "float",
            "glossary",
            "horizontal",
            "index",
            "listing",
            "literal",
            "loweralpha",
            "lowergreek",
            "lowerroman",
            "normal",
            "open",
            "ordered",
            "part",
            "partintro",
            "pass",
            "preface",
            "qanda",
            "quote",
            "sidebar",
            "source",
            "upperalpha",
            "upperroman",
            "NOTE",
            "TIP",
            "IMPORTANT",
            "WARNING",
            "CAUTION");
    private static final Map<String, String> INSTEAD = Map.of(
            "verse", "write it as a quotation, its lines ended with ' +'",
            "stem", "formulas are not drawn; write it in words or show it as a picture",
            "latexmath", "formulas are not drawn; write it in words or show it as a picture",
            "asciimath", "formulas are not drawn; write it in words or show it as a picture",
            "toc", "every page has its own contents; take the line away");

    private AsciidocCheck() {}

    static List<Problem> problems(SourceText source) {
        List<Problem> problems = new ArrayList<>();
        Verbatim verbatim = new Verbatim();
        for (int i = 0; i < source.body().size(); i++) {
            String text = source.body().get(i).text();
            if (!verbatim.holds(text)) {
                check(source, i + 1, text, problems);
            }
        }
        return problems;
    }

    private static void check(SourceText source, int line, String text, List<Problem> problems) {
        boolean endsLikeOne = text.endsWith("]"); // else a long line of brackets would be tried in every way
        Matcher macro = BLOCK_MACRO.matcher(text);
        Matcher style = STYLE.matcher(text);
        Matcher formula = FORMULA.matcher(text);
        if (endsLikeOne && macro.matches() && !MACROS.contains(macro.group(1))) {
            String name = macro.group(1);
            problems.add(new Problem(
                    source.place(line, 1),
                    "block macro '" + name + "::' is not understood",
                    INSTEAD.getOrDefault(name, "put a backslash before it where it is meant as text")));
        } else if (endsLikeOne && style.matches() && !STYLES.contains(style.group(1))) {
            String name = style.group(1);
            problems.add(new Problem(
                    source.place(line, 1),
                    "block style '" + name + "' is not understood",
                    INSTEAD.getOrDefault(
                            name, "take it away, or put a backslash before it where it is meant as text")));
        } else if (formula.find() && (formula.start() == 0 || text.charAt(formula.start() - 1) != '\\')) {
            problems.add(new Problem(
                    source.place(line, formula.start() + 1),
                    "'" + formula.group(1) + "' is not understood",
                    INSTEAD.getOrDefault(formula.group(1), "")));
        }
    }
}
