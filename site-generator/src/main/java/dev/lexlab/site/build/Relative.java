package dev.lexlab.site.build;

/** Links between pages that hold on any host and from disk. */
final class Relative {

    private Relative() {}

    /** From one address below the site's root to another. */
    static String link(String from, String to) {
        int common = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i); i++) {
            if (from.charAt(i) == '/') {
                common = i + 1;
            }
        }
        long up = from.substring(common).chars().filter(c -> c == '/').count();
        return "../".repeat((int) up) + to.substring(common);
    }
}
