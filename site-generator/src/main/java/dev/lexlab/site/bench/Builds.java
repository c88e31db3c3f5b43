package dev.lexlab.site.bench;

import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds of one course, each round on its heels held against the bare engine: what slows one slows the other. */
final class Builds {
    private static final String BUILT = "Built ";
    private static final String UNCHANGED = "Nothing changed.";

    private final Corpus corpus;
    private final Lexlab lexlab;
    private final Stopwatch stopwatch;
    private final Consumer<String> progress;
    private final BareEngine engine;
    private final Optional<BareEngine> plainEngine;
    private final Map<Kind, List<Double>> measured = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Double>> references = new EnumMap<>(Kind.class);
    private int edits;

    /** @param progress told what is being done */
    Builds(Corpus corpus, Lexlab lexlab, Stopwatch stopwatch, Consumer<String> progress) {
        this.corpus = corpus;
        this.lexlab = lexlab;
        this.stopwatch = stopwatch;
        this.progress = progress;
        boolean asciidoc = corpus.markup() == Markup.ASCIIDOC;
        this.engine = new BareEngine(corpus, asciidoc, stopwatch);
        this.plainEngine = asciidoc ? Optional.of(new BareEngine(corpus, false, stopwatch)) : Optional.empty();
    }

    /** Measures it all so many times; without memory where this system does not tell it. */
    List<Row> measure(int rounds) throws CannotMeasure, IOException, InterruptedException {
        progress.accept("warms up");
        engine.prepare();
        if (plainEngine.isPresent()) {
            plainEngine.get().prepare();
        }
        Took unused = cold(); // the launcher makes an archive of classes after the first one
        lexlab.settle();
        for (int round = 1; round <= rounds; round++) {
            round("round " + round + " of " + rounds + ": ");
        }
        return rows();
    }

    private void round(String which) throws CannotMeasure, IOException, InterruptedException {
        progress.accept(which + "bare engine");
        Took bare = engine.run();
        if (plainEngine.isPresent()) {
            note(references, Kind.COLD_PLAIN, plainEngine.get().run().seconds());
        }
        progress.accept(which + "cold");
        Took cold = cold();
        note(measured, Kind.COLD, cold.seconds());
        note(references, Kind.COLD, bare.seconds());
        note(measured, Kind.CPU, cold.cpuSeconds());
        note(references, Kind.CPU, bare.cpuSeconds());
        cold.megabytes().ifPresent(megabytes -> note(measured, Kind.PEAK, megabytes));
        bare.megabytes().ifPresent(megabytes -> note(references, Kind.PEAK, megabytes));
        progress.accept(which + "nothing changed");
        note(measured, Kind.NO_OP, site(UNCHANGED).seconds());
        progress.accept(which + "one edit");
        edits++;
        String unused = corpus.edit(corpus.pages().get(edits % corpus.pages().size()), edits);
        note(measured, Kind.EDIT, site(BUILT).seconds());
    }

    private Took cold() throws CannotMeasure, IOException, InterruptedException {
        Course course = corpus.course();
        corpus.putAside(course.state());
        corpus.putAside(course.root().resolve("target"));
        return site(BUILT);
    }

    /** @param answer what it must say, so that no other thing is measured than the one that is meant */
    private Took site(String answer) throws CannotMeasure, IOException, InterruptedException {
        Took took = stopwatch.run(lexlab.site(corpus.course()));
        if (!took.said().contains(answer)) {
            throw new CannotMeasure(
                    "'./lexlab site' was to say '" + answer.strip() + "', not: " + Stopwatch.lastLine(took.said()));
        }
        return took;
    }

    private static void note(Map<Kind, List<Double>> where, Kind kind, double value) {
        where.computeIfAbsent(kind, any -> new ArrayList<>()).add(value);
    }

    private List<Row> rows() {
        if (references.containsKey(Kind.COLD_PLAIN)) {
            measured.put(Kind.COLD_PLAIN, measured.get(Kind.COLD));
        }
        List<Row> rows = new ArrayList<>();
        measured.forEach((kind, values) -> rows.add(Row.of(
                kind,
                corpus.markup(),
                corpus.pages().size(),
                new Sample(values),
                Optional.ofNullable(references.get(kind)).map(Sample::new))));
        return rows;
    }
}
