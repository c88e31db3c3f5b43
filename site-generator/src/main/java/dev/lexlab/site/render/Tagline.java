package dev.lexlab.site.render;

/**
 * The author's own words for the home page.
 *
 * @param headline the first sentence, without its full stop
 * @param lead the others, or what is true of every course
 */
record Tagline(String headline, String lead) {
    private static final String ANY_COURSE =
            "Read what a thing is, in one sentence and then in a page. See which beliefs about"
                    + " it are wrong. Then make it work yourself, on the real thing, and let a grader tell you what it saw.";

    static Tagline of(String tagline) {
        int end = tagline.indexOf(". ");
        String first = end < 0 ? tagline : tagline.substring(0, end);
        String rest = end < 0 ? ANY_COURSE : tagline.substring(end + 1).strip();
        return new Tagline(first.endsWith(".") ? first.substring(0, first.length() - 1) : first, rest);
    }
}
