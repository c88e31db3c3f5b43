package dev.lexlab.lab.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to each element of a list, on all processors. Each of them takes one element after the other; a parallel stream gives
 * out a few large parts on a machine with two processors, and then one of them waits for the other.
 */
public final class Parallel {

    private Parallel() {}

    /**
     * What the step makes of each element, in the list's order.
     *
     * @param step is called from several threads at once, and never returns null. What it throws is thrown here, and no element is
     *     begun with after that
     */
    public static <T, R> List<R> map(List<T> all, Function<? super T, ? extends R> step) {
        AtomicReferenceArray<R> made = new AtomicReferenceArray<>(all.size());
        each(all.size(), index -> made.set(index, step.apply(all.get(index))));
        List<R> results = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            results.add(made.get(i));
        }
        return List.copyOf(results);
    }

    private static void each(int size, IntConsumer step) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                for (int index = next.getAndIncrement(); index < size; index = next.getAndIncrement()) {
                    step.accept(index);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(size); // nobody begins with another one
            }
        };
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(Runtime.getRuntime().availableProcessors(), size); i++) {
            others.add(CompletableFuture.runAsync(work));
        }
        work.run();
        others.forEach(CompletableFuture::join); // none of them is at it any more when this ends
        Throwable first = failure.get();
        if (first instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (first instanceof Error error) {
            throw error;
        }
    }
}
