package dev.lexlab.site.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How long it takes until what was saved is seen. */
final class Saves {
    /** Whoever writes does not save in the moment in which the last change comes. */
    private static final long BETWEEN_MILLIS = 200;
    /** Whoever writes looks at the site before they change it. */
    private static final long LOOK_MILLIS = 5000;
    /** Before the first edit, numbers that no build has edited with. */
    private static final int FIRST = 10_000;

    private Saves() {}

    /** Serves a course, and edits page after page of it. */
    static List<Row> measure(Corpus corpus, Lexlab lexlab, Workplace workplace, int edits, Consumer<String> progress)
            throws CannotMeasure, IOException, InterruptedException {
        progress.accept("first build of the server");
        List<Double> milliseconds = new ArrayList<>();
        try (Served served = Served.start(corpus, lexlab, workplace)) {
            Thread.sleep(LOOK_MILLIS);
            for (int edit = 0; edit < edits; edit++) {
                progress.accept("edit " + (edit + 1) + " of " + edits);
                Thread.sleep(BETWEEN_MILLIS);
                CorpusPage page = corpus.pages().get(edit % corpus.pages().size());
                milliseconds.add(served.save(page, FIRST + edit));
            }
            Sample sample = new Sample(milliseconds);
            List<Row> rows = new ArrayList<>();
            rows.add(row(Kind.SAVE_95, corpus, sample));
            rows.add(row(Kind.SAVE_50, corpus, sample));
            served.megabytes()
                    .ifPresent(megabytes -> rows.add(row(Kind.SERVE_PEAK, corpus, new Sample(List.of(megabytes)))));
            return rows;
        }
    }

    private static Row row(Kind kind, Corpus corpus, Sample sample) {
        return Row.of(kind, corpus.markup(), corpus.pages().size(), sample, Optional.empty());
    }
}
