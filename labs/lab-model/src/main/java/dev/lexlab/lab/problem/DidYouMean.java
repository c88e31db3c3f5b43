package dev.lexlab.lab.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The nearest known word to one that is not known. */
public final class DidYouMean {
    /** More than this many names in a message help nobody. */
    private static final int MOST_LISTED = 12;

    private static final int LONGEST_WORD = 300;

    private DidYouMean() {}

    /** {@code did you mean 'wal'?}, or the known words where they are few, or an empty hint. */
    public static String hint(String word, Collection<String> known) {
        Optional<String> nearest = nearest(word, known);
        if (nearest.isPresent()) {
            return "did you mean '" + nearest.get() + "'?";
        }
        if (known.isEmpty() || known.size() > MOST_LISTED) {
            return "";
        }
        return "known: " + String.join(", ", new TreeSet<>(known));
    }

    /** A known word at most a third of the letters away (restricted Damerau-Levenshtein distance), ties by alphabet. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST_WORD) {
            return Optional.empty(); // nobody mistyped it, and comparing would take for ever
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        int farthest = Math.max(1, wanted.length() / 3);
        return known.stream()
                .map(candidate -> new Candidate(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= farthest)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** Insertions, deletions, substitutions and swaps of neighbours that turn {@code a} into {@code b}. */
    public static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
            }
        }
        return cost[a.length()][b.length()];
    }

    private record Candidate(String word, int distance) {}
}
