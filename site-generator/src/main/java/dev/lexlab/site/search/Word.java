package dev.lexlab.site.search;

import java.util.Arrays;

/**
 * A word of the site, the sections it stands in, and how much it weighs in each. A site says a few thousand words a million times,
 * so what is found out about a word is noted where the word is, and nothing is made each time.
 */
final class Word {
    /** Bits of a weight; see {@link Postings#MOST}. The rest of a number is the section. */
    private static final int BITS = 5;

    private final String text;
    private final boolean isCommon;
    private int[] postings = new int[4];
    private int count;
    private int section = -1;
    private double weight;

    /** @param text folded */
    Word(String text) {
        this.text = text;
        this.isCommon = Words.isCommon(text);
    }

    String text() {
        return text;
    }

    /** Such a word is found nowhere. */
    boolean isCommon() {
        return isCommon;
    }

    /** Whether it was met in this section, which is the newest. */
    boolean isMetIn(int number) {
        return section == number;
    }

    /** Begins anew with a section. */
    void meet(int number) {
        section = number;
        weight = 0;
    }

    /** That it was met once more. */
    void add(double more) {
        weight += more;
    }

    /** All that was added up since the section began. */
    double sum() {
        return weight;
    }

    /**
     * Keeps that it stands in the section in which it was met last.
     *
     * @param whole 1 to {@link Postings#MOST}
     */
    void keep(int whole) {
        if (count == postings.length) {
            postings = Arrays.copyOf(postings, 2 * count);
        }
        postings[count] = section << BITS | whole;
        count++;
    }

    /** In how many sections it stands. */
    int count() {
        return count;
    }

    /** Counted from 0 over all pages. */
    int section(int index) {
        return postings[index] >>> BITS;
    }

    int weight(int index) {
        return postings[index] & Postings.MOST;
    }
}
