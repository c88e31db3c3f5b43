package dev.lexlab.check.learner;

import java.util.ArrayList;
import java.util.List;

/** What to change in one text to get another, line by line: {@code -} goes, {@code +} comes, with some lines around. */
final class LineDiff {
    private static final int AROUND = 3;
    /** Of pairs of lines; beyond that nobody reads a difference. */
    private static final long MOST_WORK = 4_000_000;

    private LineDiff() {}

    /** Lines with a mark and a space before each; {@code …} stands for what is left out. Empty where it would be endless. */
    static List<String> of(List<String> before, List<String> after) {
        if ((long) before.size() * after.size() > MOST_WORK) {
            return List.of();
        }
        List<String> all = marked(before, after, common(before, after));
        boolean[] isShown = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).startsWith(" ")) {
                for (int near = Math.max(0, i - AROUND); near <= Math.min(all.size() - 1, i + AROUND); near++) {
                    isShown[near] = true;
                }
            }
        }
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (isShown[i]) {
                shown.add(all.get(i));
            } else if (i == 0 || isShown[i - 1]) {
                shown.add("…");
            }
        }
        return shown;
    }

    /** Length of the longest common part of what is behind each pair of places. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> marked(List<String> before, List<String> after, int[][] common) {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add("  " + before.get(i++));
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }
}
