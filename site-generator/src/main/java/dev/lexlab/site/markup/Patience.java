package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Converts each page on a thread of its own and waits no longer than it was told to. Nobody can know beforehand which text an engine never
 * gets done with; whoever wrote it is told its page, and everybody else gets an answer.
 */
final class Patience implements AutoCloseable {
    private final Duration limit;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "conversion");
        thread.setDaemon(true); // one that never ends must not keep the process
        return thread;
    });

    Patience(Duration limit) {
        this.limit = limit;
    }

    /**
     * A page's fragment.
     *
     * @throws GaveUp where there is none; the engine may still be at work then and is not to be used again
     */
    Fragment convert(MarkupEngine engine, SourceText source) throws GaveUp {
        Future<Fragment> conversion = threads.submit(() -> engine.convert(source));
        try {
            return conversion.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            conversion.cancel(true); // an engine that looks up ends; one that does not is left alone
            throw new GaveUp(
                    source,
                    "this page was not converted within " + limit.toSeconds() + " s",
                    "look for brackets, quotes or lists that never end, or halve the page until you find them");
        } catch (ExecutionException e) {
            throw failed(source, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            conversion.cancel(true);
            Thread.currentThread().interrupt();
            throw new GaveUp(source, "the conversion was interrupted", "");
        }
    }

    private static GaveUp failed(SourceText source, Throwable failure) throws GaveUp {
        if (isAbout(failure, "StackOverflowError") || isAbout(failure, "SystemStackError")) {
            return new GaveUp(
                    source, "quotes, lists or brackets stand in each other too deep to be read", "flatten them");
        }
        if (failure instanceof OutOfMemoryError) {
            return new GaveUp(source, "this page needs more memory than there is", "split it");
        }
        if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        throw new IllegalStateException("cannot convert " + source.name(), failure);
    }

    /** Ruby's is wrapped in an exception that is named after it. */
    private static boolean isAbout(Throwable failure, String name) {
        return failure.getClass().getSimpleName().equals(name)
                || String.valueOf(failure.getMessage()).contains(name)
                || String.valueOf(failure.getMessage()).contains("stack level too deep");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** No fragment, and why; it depends on this machine, so it is not for the cache. */
    static final class GaveUp extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        GaveUp(SourceText source, String what, String hint) {
            super(what);
            problem = new Problem(Place.of(source.name()), what, hint);
        }

        Fragment fragment() {
            return new Fragment("", List.of(problem));
        }
    }
}
