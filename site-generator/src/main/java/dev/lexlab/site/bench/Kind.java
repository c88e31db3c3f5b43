package dev.lexlab.site.bench;

import java.util.Optional;

/** What a row can be about, and the goals that hold at some numbers of pages. */
enum Kind {
    COLD("cold", "s", "`./lexlab site` without caches and output, from its start to its end", Reference.ENGINE),
    COLD_PLAIN("cold-no-rouge", "s", "the same, held against an engine that colours no code", Reference.PLAIN_ENGINE),
    CPU("cold-cpu", "s", "processor time of the same, user and system, with all it started", Reference.ENGINE),
    PEAK("cold-peak", "MB", "most memory at once of the same, of the largest process", Reference.ENGINE),
    NO_OP("no-op", "s", "`./lexlab site` again, with nothing changed", Reference.NONE),
    EDIT("edit", "s", "`./lexlab site` after one paragraph of one page was changed", Reference.NONE),
    SAVE_95(
            "save-p95",
            "ms",
            "`./lexlab serve`: a page is saved, until it was told to load again and has come with the new words;"
                    + " what 95 of 100 edits stay within, from the first one on, five seconds after the server was up",
            Reference.NONE),
    SAVE_50("save-p50", "ms", "the same, what half of the edits stay within", Reference.NONE),
    SERVE_PEAK("serve-peak", "MB", "most memory at once of that server, after the edits", Reference.NONE),
    GROWTH("cpu-per-page", "ms", "processor time of a cold build, for each page", Reference.SMALLER_SITE);

    /** The number of pages at which goals are set. */
    static final int PAGES = 1000;
    /** The larger one, at which a page may not cost much more than there. */
    static final int MANY_PAGES = 5000;

    private static final double COLD_ASCIIDOC = 1.0;
    private static final double COLD_MARKDOWN = 1.3;
    private static final double NO_OP_SECONDS = 0.5;
    private static final double PEAK_MB = 700;
    private static final double SAVE_MS = 150;
    private static final double GROWTH_TIMES = 1.2;

    private final String suffix;
    private final String unit;
    private final String what;
    private final Reference reference;

    Kind(String suffix, String unit, String what, Reference reference) {
        this.suffix = suffix;
        this.unit = unit;
        this.what = what;
        this.reference = reference;
    }

    /** Ends a row's name. */
    String suffix() {
        return suffix;
    }

    String unit() {
        return unit;
    }

    /** What is measured, from when to when. */
    String what() {
        return what;
    }

    Reference reference() {
        return reference;
    }

    /** Empty where nothing is promised. */
    Optional<Goal> goal(Markup markup, int pages) {
        if (this == GROWTH) {
            return Optional.of(Goal.timesReference(GROWTH_TIMES));
        }
        if (pages != PAGES) {
            return Optional.empty();
        }
        return switch (this) {
            case COLD -> Optional.of(Goal.timesReference(markup == Markup.ASCIIDOC ? COLD_ASCIIDOC : COLD_MARKDOWN));
            case NO_OP -> Optional.of(Goal.within(NO_OP_SECONDS));
            case PEAK -> Optional.of(Goal.within(PEAK_MB));
            case SAVE_95 -> Optional.of(Goal.within(SAVE_MS));
            case COLD_PLAIN, CPU, EDIT, SAVE_50, SERVE_PEAK, GROWTH -> Optional.empty();
        };
    }

    /** What figures are held against; measured in the same run, in turn. */
    enum Reference {
        NONE(""),
        ENGINE("the bare engine on the same bodies, which only converts and writes: AsciidoctorJ with Rouge;"
                + " flexmark, jsoup and a FreeMarker page with 100 links"),
        PLAIN_ENGINE("AsciidoctorJ without Rouge"),
        SMALLER_SITE("the same at " + PAGES + " pages");

        private final String what;

        Reference(String what) {
            this.what = what;
        }

        /** Empty where there is none. */
        String what() {
            return what;
        }
    }
}
