package dev.lexlab.lab.text;

import java.util.regex.Pattern;

/** The places text can end up in, each with the one encoder that makes {@link Untrusted} text harmless there. */
public enum Sink {
    /** Control, escape and direction-changing characters become visible; line ends and tabs stay. */
    TERMINAL {
        @Override
        public String encode(String text) {
            return visible(text);
        }
    },
    /** Element content and quoted attribute values. */
    HTML {
        @Override
        public String encode(String text) {
            return escapeMarkup(visible(text));
        }
    },
    /** XML 1.0 content and quoted attribute values: what that version cannot carry becomes visible first. */
    XML {
        @Override
        public String encode(String text) {
            return escapeMarkup(visible(text));
        }
    },
    /** A Markdown cell or paragraph: every sign that could mean something is escaped. */
    MARKDOWN {
        @Override
        public String encode(String text) {
            StringBuilder out = new StringBuilder();
            visible(text).replace('\n', ' ').codePoints().forEach(c -> {
                if (c < 128 && !Character.isLetterOrDigit(c) && c != ' ') {
                    out.append("&#").append(c).append(';');
                } else {
                    out.appendCodePoint(c);
                }
            });
            return out.toString();
        }
    },
    /** A log of a CI service, which takes {@code ::}, {@code ##[} and the like for the beginning of a command. */
    CI_LOG {
        @Override
        public String encode(String text) {
            return withoutCommands(visible(text));
        }
    },
    /** XML of test results: services show it in pages, and print parts of it into logs. */
    JUNIT {
        @Override
        public String encode(String text) {
            return escapeMarkup(withoutCommands(visible(text)));
        }
    };

    /** What is put for text that was cut. */
    private static final String CUT = "… (%d characters in all)";

    /** GitHub's {@code ::} and {@code ##[}, Azure's {@code ##vso[}, TeamCity's {@code ##teamcity[}. */
    private static final Pattern COMMAND = Pattern.compile(":(?=:)|#(?=#\\w{0,20}\\[)");

    public abstract String encode(String text);

    public final String encode(Untrusted text) {
        return encode(text.value()) + (text.isCut() ? CUT.formatted(text.length()) : "");
    }

    /** Shortened to {@code most} characters; that it was shortened is seen. */
    public final String encode(Untrusted text, int most) {
        if (text.value().length() <= most) {
            return encode(text);
        }
        return encode(Untrusted.wholeCharacters(text.value(), most)) + CUT.formatted(text.length());
    }

    /** Parted by a sign without a width, so that it reads as before and means nothing. */
    private static String withoutCommands(String text) {
        return COMMAND.matcher(text).replaceAll("$0\u200b");
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                out.appendCodePoint(c);
            } else if (c < 0x20) {
                out.appendCodePoint(0x2400 + c); // the Unicode pictures of the control characters
            } else if (c == 0x7f) {
                out.append('\u2421');
            } else if (isInvisibleOrReordering(c)) {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** C1 controls, format characters (direction marks, zero-width signs), lone surrogates and non-characters. */
    private static boolean isInvisibleOrReordering(int c) {
        int type = Character.getType(c);
        return (c >= 0x80 && c < 0xa0)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c & 0xfffe) == 0xfffe;
    }

    private static String escapeMarkup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
