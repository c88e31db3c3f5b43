package dev.lexlab.site.search;

import java.util.ArrayList;
import java.util.List;

/**
 * For each word the sections it stands in, and how much it weighs there: the part of BM25 over weighted fields that needs no query,
 * as a whole number. What is left for the browser is a multiplication with the word's rarity.
 */
final class Postings {
    /** The heaviest a word can weigh: with the digits of {@link Digits} a weight is one of them. */
    static final int MOST = 31;

    /**
     * What a word weighs in a section that does not hold it, though a name of its page does: together with words of its own such a
     * section is found by it, and never by it alone.
     */
    static final int ABOVE = 1;

    private static final double NAME = 8;
    private static final double HEADING = 5;
    private static final double LEAD = 3;
    private static final double TEXT = 1;
    /** How late saying a word again stops counting, and how much a long text must say it more often. */
    private static final double SATURATION = 2;

    private static final double LENGTH = 0.6;

    private final Vocabulary vocabulary = new Vocabulary();
    /** Of the section that is being weighed, each once. */
    private final List<Word> met = new ArrayList<>();

    private Postings() {}

    static Postings of(List<FoundPage> pages) {
        Postings postings = new Postings();
        List<List<Word>> texts = postings.texts(pages);
        double average = texts.stream().mapToInt(List::size).average().orElse(0);
        int number = 0;
        for (FoundPage page : pages) {
            List<Word> names = new ArrayList<>();
            page.names().forEach(name -> names.addAll(postings.vocabulary.in(name)));
            for (FoundSection section : page.sections()) {
                postings.add(number, names, section, texts.get(number), average);
                number++;
            }
        }
        return postings;
    }

    /** Of all sections, before any is weighed: how long they are is part of each weight. */
    private List<List<Word>> texts(List<FoundPage> pages) {
        List<List<Word>> texts = new ArrayList<>();
        for (FoundPage page : pages) {
            page.sections().forEach(section -> texts.add(vocabulary.in(section.text())));
        }
        return texts;
    }

    private void add(int number, List<Word> names, FoundSection section, List<Word> text, double average) {
        met.clear();
        if (section.anchor().isEmpty()) {
            // A word of two names weighs as one: "write-ahead log" and "write-ahead logging" are not twice as much
            // about writing.
            for (Word name : names) {
                if (!name.isMetIn(number)) {
                    add(name, number, NAME);
                }
            }
        }
        add(vocabulary.in(section.heading()), number, HEADING);
        add(vocabulary.in(section.lead()), number, LEAD);
        add(text, number, TEXT / (1 - LENGTH + LENGTH * text.size() / Math.max(1, average)));
        for (Word word : met) {
            word.keep(whole(word.sum()));
        }
        for (Word name : names) {
            if (!name.isMetIn(number)) {
                name.meet(number);
                name.keep(ABOVE);
            }
        }
    }

    private static int whole(double weight) {
        return (int) Math.max(ABOVE + 1, Math.rint(MOST * weight / (SATURATION + weight)));
    }

    private void add(List<Word> words, int section, double weight) {
        for (Word word : words) {
            add(word, section, weight);
        }
    }

    private void add(Word word, int section, double weight) {
        if (!word.isMetIn(section)) {
            word.meet(section);
            met.add(word);
        }
        word.add(weight);
    }

    /** Words in the order of their UTF-16 code units, which is that of JavaScript too; sections of each in order. */
    List<Word> words() {
        return vocabulary.found();
    }
}
