package dev.lexlab.site.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** AsciiDoc, with references as our pages have them or as everybody's. */
enum Asciidoc implements Dialect {
    OF_COURSES {
        @Override
        public String title(String words) {
            return "";
        }

        @Override
        public String page(CorpusPage page) {
            return "term:" + page.slug() + "[" + page.title() + "]";
        }
    },
    PLAIN {
        @Override
        public String title(String words) {
            return "= " + words + "\n\n";
        }

        @Override
        public String page(CorpusPage page) {
            return "xref:../" + page.concept() + "/" + page.slug() + ".adoc[" + page.title() + "]";
        }
    };

    @Override
    public String heading(int level, String words) {
        return "=".repeat(level) + " " + words + "\n\n";
    }

    @Override
    public String paragraph(String words) {
        return words + "\n\n";
    }

    @Override
    public String note(String words) {
        return "[NOTE]\n====\n" + words + "\n====\n\n";
    }

    @Override
    public String bullets(List<String> items) {
        return items.stream().map(item -> "* " + item + "\n").collect(joining()) + "\n";
    }

    @Override
    public String code(String language, String lines) {
        return "[source," + language + "]\n----\n" + lines + "----\n\n";
    }

    @Override
    public String table(List<String> head, List<List<String>> rows) {
        return "[cols=\"1,1,1,3\",options=\"header\"]\n|===\n" + row(head) + "\n"
                + rows.stream().map(Asciidoc::row).collect(joining()) + "|===\n\n";
    }

    private static String row(List<String> cells) {
        return "|" + String.join(" |", cells) + "\n";
    }

    @Override
    public String picture(String file, String alternative) {
        return "image::" + file + "[" + alternative + "]\n\n";
    }

    @Override
    public String literal(String words) {
        return "`" + words + "`";
    }

    @Override
    public String strong(String words) {
        return "*" + words + "*";
    }

    @Override
    public String emphasised(String words) {
        return "_" + words + "_";
    }

    @Override
    public String link(String address, String words) {
        return address + "[" + words + "]";
    }

    @Override
    public String footnoteCall(String words) {
        return "footnote:[" + words + "]";
    }

    @Override
    public String footnote(String words) {
        return "";
    }
}
