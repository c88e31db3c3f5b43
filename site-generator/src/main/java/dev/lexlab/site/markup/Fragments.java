package dev.lexlab.site.markup;

import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.site.scan.Limits;
import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), task -> {
                Thread thread = new Thread(task, "asciidoc");
                thread.setDaemon(true);
                return thread;
            });
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
                ready.put(sought.name(), sought.cached().get());
            } else {
                (sought.source().markup() == Markup.ASCIIDOC ? inAsciidoc : inMarkdown).add(sought);
            }
        }
        Map<String, CompletableFuture<Fragment>> late = new LinkedHashMap<>();
        inAsciidoc.forEach(sought -> late.put(
                sought.name(), CompletableFuture.supplyAsync(() -> asciidoc(sought, inAsciidoc.size()), workers)));
        return () -> {
            try {
                List<Fragment> here = Parallel.map(inMarkdown, this::markdown);
                for (int i = 0; i < here.size(); i++) {
                    ready.put(inMarkdown.get(i).name(), here.get(i));
                }
                late.forEach((name, fragment) -> ready.put(name, joined(fragment)));
            } finally {
                cache.write();
            }
            tidy();
            return ready;
        };
    }

    /** A text that was looked for, under its key. */
    private record Sought(SourceText source, String key, Optional<Fragment> cached) {
        private String name() {
            return source.name();
        }
    }

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
        MarkupEngine engine = source.markup() == Markup.ASCIIDOC ? asciidocEngine(1) : markdownEngine();
        try {
            Fragment unused = patience.convert(engine, source);
        } catch (Patience.GaveUp e) {
            drop(engine); // whoever saves that page is told, by another one
        }
    }

    private static Fragment joined(CompletableFuture<Fragment> late) {
        try {
            return late.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure; // what went wrong, not where it did
            }
            throw e;
        }
    }

    private Fragment kept(Sought sought, Fragment fragment) {
        cache.keep(sought.key(), fragment);
        return fragment;
    }

    private Fragment asciidoc(Sought sought, int pages) {
        MarkupEngine engine = asciidocEngine(pages);
        try {
            return kept(sought, patience.convert(engine, sought.source()));
        } catch (Patience.GaveUp e) {
            drop(engine); // it may hang for ever, so later pages get another one
            return e.fragment();
        }
    }

    private Fragment markdown(Sought sought) {
        try {
            return kept(sought, patience.convert(markdownEngine(), sought.source()));
        } catch (Patience.GaveUp e) {
            return e.fragment();
        }
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
        workers.execute(this::closeEngine); // nobody waits for it
        workers.shutdown();
        patience.close();
    }

    private synchronized void closeEngine() {
        if (asciidoc != null) {
            asciidoc.close();
        }
    }
}
