package dev.lexlab.site.markup;

import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.site.scan.Limits;
import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door: texts to fragments, from the cache where it has them. AsciiDoc is begun with on threads of its own, Markdown is converted
 * meanwhile; both on all processors. Asciidoctor's engine is made only when a page needs it; then it stays warm until closed.
 */
public final class Fragments implements AutoCloseable {
    /** More of them share Asciidoctor's one interpreter, and only wait for its locks. */
    private static final int MOST_THREADS = 4;

    private final FragmentCache cache;
    private final IntFunction<MarkupEngine> asciidocFactory;
    private final Patience patience;
    private boolean swept;
    private @Nullable MarkupEngine asciidoc;
    private @Nullable MarkupEngine markdown;

    /**
     * Fragments kept in a folder.
     *
     * @param generator names the program that converts; another one shares no fragments with it
     * @param clock milliseconds since 1970; says only when to write what was converted until now
     */
    public Fragments(Path cacheFolder, String generator, LongSupplier clock) {
        this(cacheFolder, generator, clock, AsciidocEngine::new, Limits.CONVERSION);
    }

    /** @param asciidocFactory is given the number of pages that are to be converted */
    Fragments(
            Path cacheFolder,
            String generator,
            LongSupplier clock,
            IntFunction<MarkupEngine> asciidocFactory,
            Duration limit) {
        this.patience = new Patience(limit);
        this.cache = new FragmentCache(cacheFolder, generator, clock);
        this.asciidocFactory = asciidocFactory;
    }

    /** Takes away what killed runs left beside the cache; a build that converts does so by itself. */
    public static void tidy(Path cacheFolder) throws IOException {
        new FragmentCache(cacheFolder, "", () -> 0).deleteForgotten();
    }

    /** Drops the cache. */
    public void forget() throws IOException {
        cache.forget();
    }

    /**
     * Begins with what takes longest, and leaves its caller free until the fragments are asked for.
     *
     * @return gives the fragment of each text, by the text's name
     */
    public Supplier<Map<String, Fragment>> begin(List<SourceText> sources) {
        Map<String, Fragment> ready = new LinkedHashMap<>();
        List<Sought> inAsciidoc = new ArrayList<>();
        List<Sought> inMarkdown = new ArrayList<>();
        for (Sought sought : find(sources)) {
            if (sought.cached().isPresent()) {
                ready.put(sought.source().name(), sought.cached().get());
            } else {
                (sought.source().markup() == Markup.ASCIIDOC ? inAsciidoc : inMarkdown).add(sought);
            }
        }
        int processors = Runtime.getRuntime().availableProcessors();
        Conversions<Sought> asciidocs = patience.begin(
                inAsciidoc,
                Math.min(MOST_THREADS, processors),
                new Conversions.Work<>(() -> asciidocEngine(inAsciidoc.size()), this::drop, this::keep));
        return () -> {
            try {
                Conversions<Sought> markdowns = patience.begin(
                        inMarkdown, processors, new Conversions.Work<>(this::markdownEngine, this::drop, this::keep));
                put(inMarkdown, markdowns, ready);
                put(inAsciidoc, asciidocs, ready);
            } finally {
                cache.write();
            }
            tidy();
            return ready;
        };
    }

    private static void put(List<Sought> texts, Conversions<Sought> conversions, Map<String, Fragment> ready) {
        List<Fragment> fragments = conversions.fragments();
        for (int i = 0; i < texts.size(); i++) {
            ready.put(texts.get(i).source().name(), fragments.get(i));
        }
    }

    /** A text that was looked for, under its key. */
    private record Sought(SourceText source, String key, Optional<Fragment> cached) implements Conversions.Text {}

    private List<Sought> find(List<SourceText> sources) {
        try {
            return Parallel.map(sources, source -> {
                String key = cache.key(source);
                return new Sought(source, key, cache.find(key));
            });
        } finally {
            cache.rest();
        }
    }

    private void tidy() {
        if (swept) {
            cache.tidy(); // looking through all of it at each save takes longer than the save
        } else {
            cache.sweep();
            swept = true;
        }
    }

    /** Converts a text whether or not the cache has it, and keeps nothing of it but a warm engine. */
    public void rehearse(SourceText source) {
        Supplier<MarkupEngine> engine =
                source.markup() == Markup.ASCIIDOC ? () -> asciidocEngine(1) : this::markdownEngine;
        Conversions.Text text = () -> source;
        // Whoever saves a page that cannot be converted is told then.
        List<Fragment> unused = patience.begin(
                        List.of(text), 1, new Conversions.Work<>(engine, this::drop, (any, fragment) -> {}))
                .fragments();
    }

    private void keep(Sought sought, Fragment fragment) {
        cache.keep(sought.key(), fragment);
    }

    private synchronized MarkupEngine asciidocEngine(int pages) {
        MarkupEngine engine = asciidoc == null ? asciidocFactory.apply(pages) : asciidoc;
        asciidoc = engine;
        return engine;
    }

    private synchronized MarkupEngine markdownEngine() {
        MarkupEngine engine = markdown == null ? new MarkdownEngine() : markdown;
        markdown = engine;
        return engine;
    }

    @SuppressWarnings("ReferenceEquality") // the very engine that hangs, and no other
    private synchronized void drop(MarkupEngine engine) {
        if (asciidoc == engine) {
            asciidoc = null;
        }
    }

    @Override
    public void close() {
        patience.close();
        Thread closing = new Thread(this::closeEngine, "asciidoc-end"); // nobody waits for it
        closing.setDaemon(true);
        closing.start();
    }

    private synchronized void closeEngine() {
        if (asciidoc != null) {
            asciidoc.close();
        }
    }
}
