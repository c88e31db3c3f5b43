package dev.lexlab.site.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Sentences about a page's subject, the same ones for the same page. */
final class Prose {
    /** Spreads the seeds of neighbours: {@link Random} begins alike for numbers that are near each other. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int SHAPES = 6;

    private final Random random;
    private final String subject;
    private final Dialect dialect;

    Prose(CorpusPage page, Dialect dialect) {
        this.random = new Random((page.number() + 1) * SPREAD);
        this.subject = page.title().toLowerCase(Locale.ROOT);
        this.dialect = dialect;
    }

    /** So many sentences, and whatever is to stand behind them. */
    String paragraph(int sentences, String behind) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : " ").append(sentence());
        }
        return text.append(behind).toString();
    }

    private String sentence() {
        String does = any(Words.DOES) + " " + any(Words.WHAT);
        String when = any(Words.WHEN);
        String since = any(Words.SINCE);
        return switch (random.nextInt(SHAPES)) {
            case 0 -> any(Words.BEGINNING) + " the " + subject + " " + does + " " + when + ".";
            case 1 -> "It " + does + ", " + since + ".";
            case 2 -> "With " + dialect.literal(any(Words.OPTIONS)) + " one says whether it " + does + " " + when + ".";
            case 3 -> "Each " + dialect.strong(any(Words.THINGS)) + " " + does + " " + when + ".";
            case 4 -> any(Words.BEGINNING) + " it " + does + ", " + since + ".";
            default -> "Nothing " + dialect.emphasised("has") + " to wait here: the machine " + does + " " + when + ".";
        };
    }

    String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** From {@code least} to {@code most}, both included. */
    int number(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    String subject() {
        return subject;
    }
}
