package dev.lexlab.graders.rabbitmq;

import java.util.List;

/** Lists as one says them. */
final class Words {
    private static final int FEW = 5;

    private Words() {}

    static String and(List<?> things) {
        return joined(things, "and");
    }

    static String or(List<?> things) {
        return joined(things, "or");
    }

    /** The first ones, and how many there are besides. */
    static String few(List<String> things) {
        int more = things.size() - FEW;
        return more <= 1 ? and(things) : String.join(", ", things.subList(0, FEW)) + " and " + more + " more";
    }

    private static String joined(List<?> things, String word) {
        List<String> texts = things.stream().map(Object::toString).toList();
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + " " + word + " " + texts.get(last);
    }

    /** Quoted, with ends of lines made visible; a long text is cut and its length told. */
    static String visible(String text) {
        int most = 120;
        String shown = text.length() <= most ? text : text.substring(0, most);
        String quoted = '"'
                + shown.replace("\\", "\\\\")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
        return text.length() <= most ? quoted : quoted + " … (" + text.length() + " characters)";
    }
}
