package dev.lexlab.site.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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

    private final SortedMap<String, List<Posting>> byWord = new TreeMap<>();

    /**
     * A word in a section.
     *
     * @param section counted from 0 over all pages
     * @param weight 1 to {@link #MOST}
     */
    record Posting(int section, int weight) {}

    private Postings() {}

    static Postings of(List<FoundPage> pages) {
        List<List<String>> texts = pages.stream()
                .flatMap(page -> page.sections().stream())
                .map(section -> Words.of(section.text()))
                .toList();
        double average = texts.stream().mapToInt(List::size).average().orElse(0);
        Postings postings = new Postings();
        int number = 0;
        for (FoundPage page : pages) {
            for (FoundSection section : page.sections()) {
                postings.add(number, page, section, texts.get(number), average);
                number++;
            }
        }
        return postings;
    }

    private void add(int number, FoundPage page, FoundSection section, List<String> text, double average) {
        Map<String, Double> weights = new HashMap<>();
        Set<String> names = new HashSet<>();
        page.names().forEach(name -> names.addAll(Words.of(name)));
        if (section.anchor().isEmpty()) {
            // A word of two names weighs as one: "write-ahead log" and "write-ahead logging" are not twice as much
            // about writing.
            add(weights, names, NAME);
        }
        add(weights, Words.of(section.heading()), HEADING);
        add(weights, Words.of(section.lead()), LEAD);
        add(weights, text, TEXT / (1 - LENGTH + LENGTH * text.size() / Math.max(1, average)));
        weights.forEach((word, weight) -> add(word, number, whole(weight)));
        names.removeAll(weights.keySet());
        names.forEach(word -> add(word, number, ABOVE));
    }

    private static int whole(double weight) {
        return (int) Math.max(ABOVE + 1, Math.rint(MOST * weight / (SATURATION + weight)));
    }

    private void add(String word, int section, int weight) {
        byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(new Posting(section, weight));
    }

    private static void add(Map<String, Double> weights, Collection<String> words, double weight) {
        words.forEach(word -> weights.merge(word, weight, Double::sum));
    }

    /** Words in the order of their UTF-16 code units, which is that of JavaScript too; sections of each in order. */
    SortedMap<String, List<Posting>> byWord() {
        return byWord;
    }
}
