package dev.lexlab.site.markup;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door: texts to fragments, from the cache where it has them. AsciiDoc is converted on a thread of its own while this
 * one converts Markdown, and its engine is made only when a page needs it; then it stays warm until closed.
 */
public final class Fragments implements AutoCloseable {
    private final FragmentCache cache;
    private final Supplier<MarkupEngine> asciidocFactory;
    private final Patience patienceWithAsciidoc;
    private final Patience patienceWithMarkdown;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "asciidoc");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable MarkupEngine asciidoc;
    private @Nullable MarkupEngine markdown;

    /**
     * Fragments kept in a folder.
     *
     * @param generator names the program that converts; another one shares no fragments with it
     */
    public Fragments(Path cacheFolder, String generator) {
        this(cacheFolder, generator, AsciidocEngine::new, Limits.CONVERSION);
    }

    Fragments(Path cacheFolder, String generator, Supplier<MarkupEngine> asciidocFactory, Duration limit) {
        this.patienceWithAsciidoc = new Patience(limit);
        this.patienceWithMarkdown = new Patience(limit);
        this.cache = new FragmentCache(cacheFolder, generator);
        this.asciidocFactory = asciidocFactory;
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
        Map<SourceText, CompletableFuture<Fragment>> late = new LinkedHashMap<>();
        List<SourceText> here = new ArrayList<>();
        for (SourceText source : sources) {
            Optional<Fragment> cached = cache.find(source);
            if (cached.isPresent()) {
                ready.put(source.name(), cached.get());
            } else if (source.markup() == Markup.ASCIIDOC) {
                late.put(source, CompletableFuture.supplyAsync(() -> asciidoc(source), worker));
            } else {
                here.add(source);
            }
        }
        return () -> {
            here.forEach(source -> ready.put(source.name(), markdown(source)));
            late.forEach((source, fragment) -> ready.put(source.name(), joined(fragment)));
            cache.sweep();
            return ready;
        };
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

    private Fragment kept(SourceText source, Fragment fragment) {
        cache.keep(source, fragment);
        return fragment;
    }

    /** Only ever called by the one worker. */
    private Fragment asciidoc(SourceText source) {
        MarkupEngine engine = asciidoc == null ? asciidocFactory.get() : asciidoc;
        asciidoc = engine;
        try {
            return kept(source, patienceWithAsciidoc.convert(engine, source));
        } catch (Patience.GaveUp e) {
            asciidoc = null; // it may hang for ever, so the next page gets another one
            return e.fragment();
        }
    }

    private Fragment markdown(SourceText source) {
        MarkupEngine engine = markdown == null ? new MarkdownEngine() : markdown;
        markdown = engine;
        try {
            return kept(source, patienceWithMarkdown.convert(engine, source));
        } catch (Patience.GaveUp e) {
            return e.fragment();
        }
    }

    @Override
    public void close() {
        worker.execute(() -> {
            if (asciidoc != null) {
                asciidoc.close();
            }
            patienceWithAsciidoc.close();
        });
        worker.shutdown();
        patienceWithMarkdown.close();
    }
}
