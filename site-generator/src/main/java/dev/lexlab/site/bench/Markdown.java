package dev.lexlab.site.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Markdown, with references as our pages have them or as everybody's. */
enum Markdown implements Dialect {
    OF_COURSES {
        @Override
        public String title(String words) {
            return "";
        }

        @Override
        public String page(CorpusPage page) {
            return "[[" + page.slug() + "|" + page.title() + "]]";
        }
    },
    PLAIN {
        @Override
        public String title(String words) {
            return "# " + words + "\n\n";
        }

        @Override
        public String page(CorpusPage page) {
            return "[" + page.title() + "](../" + page.concept() + "/" + page.slug() + ".md)";
        }
    };

    @Override
    public String heading(int level, String words) {
        return "#".repeat(level) + " " + words + "\n\n";
    }

    @Override
    public String paragraph(String words) {
        return words + "\n\n";
    }

    @Override
    public String note(String words) {
        return "> [!NOTE]\n> " + words + "\n\n";
    }

    @Override
    public String bullets(List<String> items) {
        return items.stream().map(item -> "- " + item + "\n").collect(joining()) + "\n";
    }

    @Override
    public String code(String language, String lines) {
        return "```" + language + "\n" + lines + "```\n\n";
    }

    @Override
    public String table(List<String> head, List<List<String>> rows) {
        return row(head) + "|" + " --- |".repeat(head.size()) + "\n"
                + rows.stream().map(Markdown::row).collect(joining()) + "\n";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    @Override
    public String picture(String file, String alternative) {
        return "![" + alternative + "](" + file + ")\n\n";
    }

    @Override
    public String literal(String words) {
        return "`" + words + "`";
    }

    @Override
    public String strong(String words) {
        return "**" + words + "**";
    }

    @Override
    public String emphasised(String words) {
        return "*" + words + "*";
    }

    @Override
    public String link(String address, String words) {
        return "[" + words + "](" + address + ")";
    }

    @Override
    public String footnoteCall(String words) {
        return "[^1]";
    }

    @Override
    public String footnote(String words) {
        return "[^1]: " + words + "\n";
    }
}
