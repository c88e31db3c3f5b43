package dev.lexlab.lab.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class ParallelTest {
    private static final List<Integer> NUMBERS =
            IntStream.range(0, 1000).boxed().toList();

    @Test
    void resultsAreInTheOrderOfTheList() {
        assertThat(Parallel.map(NUMBERS, number -> number * 2))
                .isEqualTo(IntStream.range(0, 1000)
                        .map(number -> number * 2)
                        .boxed()
                        .toList());
        assertThat(Parallel.map(List.of(), number -> number)).isEmpty();
    }

    @Test
    @EnabledIf("hasTwoProcessors")
    void twoElementsAreWorkedOnAtTheSameTime() {
        CyclicBarrier bothAreHere = new CyclicBarrier(2);

        assertThat(Parallel.map(List.of(1, 2), number -> meet(bothAreHere) + number))
                .hasSize(2);
    }

    private static int meet(CyclicBarrier others) {
        try {
            return others.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("nobody else came", e);
        }
    }

    static boolean hasTwoProcessors() {
        return Runtime.getRuntime().availableProcessors() > 1;
    }

    @Test
    void aFailureIsTheCallersAndEndsTheWork() {
        AtomicInteger begun = new AtomicInteger();
        IllegalArgumentException failure = new IllegalArgumentException("not this one");

        assertThatThrownBy(() -> Parallel.map(NUMBERS, number -> {
                    begun.incrementAndGet();
                    if (number == 3) {
                        throw failure;
                    }
                    // Work that takes a moment: else all of it may be over before this one is told.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                    return number;
                }))
                .isSameAs(failure);
        assertThat(begun).hasValueLessThan(NUMBERS.size());
    }

    @Test
    void anErrorIsNotSwallowedEither() {
        assertThatThrownBy(() -> Parallel.map(NUMBERS, number -> {
                    throw new StackOverflowError("too deep");
                }))
                .isInstanceOf(StackOverflowError.class);
    }
}
