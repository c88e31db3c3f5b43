package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Texts that are being converted, each thread taking one after the other; to hand each of them over took a quarter of the time in which
 * they are converted. Whoever waits for them gives up those that take too long, and puts another thread in the place of the one that may
 * be at it for ever.
 */
final class Conversions<T extends Conversions.Text> {
    /** In the time that a text may take. */
    private static final int LOOKS = 8;

    private final List<T> texts;
    private final Work<T> work;
    private final Duration limit;
    private final Executor threads;
    private final Set<Conversion> atWork = new HashSet<>();
    private final TreeMap<Integer, Fragment> made = new TreeMap<>();
    private int begun;
    private Optional<RuntimeException> failure = Optional.empty();

    /** A text, whatever else is known of it. */
    interface Text {
        SourceText source();
    }

    /**
     * What is done about each text, from several threads at a time.
     *
     * @param engine gives the one to use now; how long that takes does not count
     * @param drop takes one that is not to be used again: it may be at work for ever
     * @param keep takes each text with what was made of it. What is told of one that was given up depends on this machine, and is not kept
     */
    record Work<T>(Supplier<MarkupEngine> engine, Consumer<MarkupEngine> drop, Keep<T> keep) {
        interface Keep<T> {
            void keep(T text, Fragment fragment);
        }
    }

    Conversions(List<T> texts, Work<T> work, Duration limit, Executor threads) {
        this.texts = List.copyOf(texts);
        this.work = work;
        this.limit = limit;
        this.threads = threads;
    }

    /** One text at one engine. Its thread is at nothing else until it has ended. */
    private static final class Conversion {
        private final int index;
        private final MarkupEngine engine;
        private final Thread thread = Thread.currentThread();
        /** How often it was looked at. */
        private int looks;

        Conversion(int index, MarkupEngine engine) {
            this.index = index;
            this.engine = engine;
        }
    }

    void addThread() {
        threads.execute(this::convertAll);
    }

    /** Of all texts, in their order. Waits for them. */
    synchronized List<Fragment> fragments() {
        try {
            while (made.size() < texts.size() && failure.isEmpty()) {
                wait(Math.max(1, limit.toMillis() / LOOKS));
                giveUpWhatTakesTooLong();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            for (int i = 0; i < texts.size(); i++) {
                made.putIfAbsent(i, problem(i, "the conversion was interrupted", ""));
            }
        }
        begun = texts.size();
        atWork.forEach(conversion -> conversion.thread.interrupt());
        atWork.clear();
        if (failure.isPresent()) {
            throw failure.get();
        }
        return List.copyOf(made.values());
    }

    private void giveUpWhatTakesTooLong() {
        for (Conversion conversion : List.copyOf(atWork)) {
            conversion.looks++;
            if (conversion.looks > LOOKS) {
                Fragment told = problem(
                        conversion.index,
                        "this page was not converted within " + limit.toSeconds() + " s",
                        "look for brackets, quotes or lists that never end, or halve the page until you find them");
                atWork.remove(conversion);
                made.put(conversion.index, told);
                conversion.thread.interrupt(); // an engine that looks up ends; one that does not is left alone
                work.drop().accept(conversion.engine);
                addThread();
            }
        }
    }

    private void convertAll() {
        try {
            Optional<Conversion> next = next();
            while (next.isPresent() && convert(next.get())) {
                next = next();
            }
        } catch (RuntimeException e) {
            stop(e);
        } catch (Error e) {
            stop(new IllegalStateException("pages cannot be converted: " + e, e));
        }
    }

    private Optional<Conversion> next() {
        int index = begin();
        return index == texts.size()
                ? Optional.empty()
                : Optional.of(atWork(new Conversion(index, work.engine().get())));
    }

    private synchronized int begin() {
        return begun == texts.size() ? begun : begun++;
    }

    private synchronized Conversion atWork(Conversion conversion) {
        atWork.add(conversion);
        return conversion;
    }

    /** @return whether its thread is to go on; not where another one has taken its place */
    private boolean convert(Conversion conversion) {
        T text = texts.get(conversion.index);
        Fragment fragment;
        try {
            fragment = conversion.engine.convert(text.source());
        } catch (RuntimeException | Error e) {
            return fail(conversion, e);
        }
        boolean isAwaited = isAwaited(conversion);
        if (isAwaited) {
            work.keep().keep(text, fragment);
            end(conversion, fragment);
        }
        return isAwaited;
    }

    private boolean fail(Conversion conversion, Throwable failed) {
        boolean isAwaited = isAwaited(conversion);
        if (isAwaited) {
            work.drop().accept(conversion.engine);
            end(conversion, told(conversion.index, failed));
        }
        return isAwaited;
    }

    /** Once it is, nobody gives it up any more. */
    private synchronized boolean isAwaited(Conversion conversion) {
        return atWork.remove(conversion);
    }

    private synchronized void end(Conversion conversion, Fragment fragment) {
        made.put(conversion.index, fragment);
        if (made.size() == texts.size()) {
            notifyAll();
        }
    }

    private synchronized void stop(RuntimeException unexpected) {
        failure = Optional.of(unexpected);
        notifyAll();
    }

    private Fragment told(int index, Throwable failed) {
        if (isAbout(failed, "StackOverflowError") || isAbout(failed, "SystemStackError")) {
            return problem(index, "quotes, lists or brackets stand in each other too deep to be read", "flatten them");
        }
        if (failed instanceof OutOfMemoryError) {
            return problem(index, "this page needs more memory than there is", "split it");
        }
        if (failed instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        throw new IllegalStateException(
                "cannot convert " + texts.get(index).source().name(), failed);
    }

    /** Ruby's is wrapped in an exception that is named after it. */
    private static boolean isAbout(Throwable failure, String name) {
        return failure.getClass().getSimpleName().equals(name)
                || String.valueOf(failure.getMessage()).contains(name)
                || String.valueOf(failure.getMessage()).contains("stack level too deep");
    }

    private Fragment problem(int index, String what, String hint) {
        Place page = Place.of(texts.get(index).source().name());
        return new Fragment("", List.of(new Problem(page, what, hint)));
    }
}
