package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A program taken apart, with its brackets paired. */
final class Tokens {
    private static final String OPENING = "([{⟦";
    private static final String CLOSING = ")]}⟧";

    private final String text;
    private final List<Token> all;
    private final int[] partners;
    private final int[] depths;

    Tokens(String text, List<Token> all) {
        this.text = text;
        this.all = all;
        this.partners = new int[all.size()];
        this.depths = new int[all.size()];
        pair();
    }

    private void pair() {
        Arrays.fill(partners, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < all.size(); i++) {
            if (isBracket(i, CLOSING) && !open.isEmpty()) {
                int opening = open.pop();
                partners[opening] = i;
                partners[i] = opening;
            }
            depths[i] = open.size();
            if (isBracket(i, OPENING)) {
                open.push(i);
            }
        }
    }

    private boolean isBracket(int i, String brackets) {
        Token token = all.get(i);
        return token.isOf(Kind.SIGN) && token.text().length() == 1 && brackets.contains(token.text());
    }

    int size() {
        return all.size();
    }

    Token get(int i) {
        return all.get(i);
    }

    /** Whether these words or signs stand here, one after the other; case counts for nothing. */
    boolean are(int i, String... words) {
        for (int j = 0; j < words.length; j++) {
            if (!is(i + j, words[j])) {
                return false;
            }
        }
        return true;
    }

    boolean is(int i, String word) {
        return i >= 0
                && i < all.size()
                && (all.get(i).isOf(Kind.WORD) || all.get(i).isOf(Kind.SIGN))
                && all.get(i).text().equalsIgnoreCase(word);
    }

    boolean isOneOf(int i, List<String> words) {
        return words.stream().anyMatch(word -> is(i, word));
    }

    boolean isOf(int i, Kind kind) {
        return i >= 0 && i < all.size() && all.get(i).isOf(kind);
    }

    boolean isOpening(int i) {
        return i >= 0 && i < all.size() && isBracket(i, OPENING) && partners[i] >= 0;
    }

    /** The other bracket; -1 where there is none. */
    int partner(int i) {
        return i >= 0 && i < all.size() ? partners[i] : -1;
    }

    /** How many brackets are open here; a bracket itself stands outside. */
    int depth(int i) {
        return depths[i];
    }

    int from(int i) {
        return all.get(i).from();
    }

    int to(int i) {
        return all.get(i).to();
    }

    /** What commas separate behind this opening bracket. */
    List<Range> elements(int opening) {
        return separated(opening + 1, partners[opening], ",");
    }

    /** What a sign separates, where it stands no deeper than the first token; ends of lines count for nothing. */
    List<Range> separated(int first, int end, String sign) {
        List<Range> ranges = new ArrayList<>();
        int start = first;
        for (int i = first; i <= end; i++) {
            boolean isCut = i == end || (is(i, sign) && depths[i] == depths[first]);
            if (isCut) {
                trimmed(start, i).ifInside(ranges);
                start = i + 1;
            }
        }
        return ranges;
    }

    private Range trimmed(int start, int end) {
        int first = start;
        int last = end - 1;
        while (first <= last && all.get(first).isOf(Kind.LINE_END)) {
            first++;
        }
        while (last >= first && all.get(last).isOf(Kind.LINE_END)) {
            last--;
        }
        return new Range(first, last);
    }

    /** Takes one of several out, and the comma with it. */
    Edit dropElement(List<Range> elements, int index) {
        Range element = elements.get(index);
        int from = from(element.first());
        int to = to(element.last());
        Edit dropped = Edit.drop(text, from, to);
        if (index + 1 < elements.size()) {
            return new Edit(from, from(elements.get(index + 1).first()), "", dropped.says());
        }
        if (index > 0) {
            return new Edit(to(elements.get(index - 1).last()), to, "", dropped.says());
        }
        boolean hasComma = is(element.last() + 1, ",");
        return new Edit(from, hasComma ? to(element.last() + 1) : to, "", dropped.says());
    }

    /** Of tokens, both ends with it. */
    record Range(int first, int last) {
        private void ifInside(List<Range> ranges) {
            if (first <= last) {
                ranges.add(this);
            }
        }
    }
}
