package dev.lexlab.site.markup;

import static java.util.Collections.synchronizedList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20) // whoever waits for what never ends would wait for ever
class ConversionsTest {
    private final List<String> kept = synchronizedList(new ArrayList<>());
    private final List<MarkupEngine> dropped = synchronizedList(new ArrayList<>());
    private final CountDownLatch never = new CountDownLatch(1);
    private final Patience patience = new Patience(Duration.ofMillis(300));

    @AfterEach
    void letGo() {
        never.countDown();
        patience.close();
    }

    @Test
    void fragmentsComeInTheOrderOfTheirTextsHoweverManyThreadsThereAre() {
        List<Conversions.Text> texts = texts(IntStream.range(0, 500).mapToObj(i -> "page " + i));

        List<Fragment> fragments = begin(texts, 4, ConversionsTest::html).fragments();

        assertThat(fragments)
                .extracting(Fragment::html)
                .isEqualTo(texts.stream().map(text -> text.source().name()).toList());
        assertThat(kept).hasSize(500).doesNotHaveDuplicates();
        assertThat(dropped).isEmpty();
    }

    @Test
    void noTextsAreDoneAtOnce() {
        assertThat(begin(List.of(), 4, ConversionsTest::html).fragments()).isEmpty();
    }

    @Test
    void moreStuckTextsThanThreadsAreToldEachAndTheOthersAreConverted() {
        List<Conversions.Text> texts = texts(List.of("stuck 1", "stuck 2", "stuck 3", "a", "b").stream());

        List<Fragment> fragments = begin(texts, 2, this::stuckOrNot).fragments();

        assertThat(fragments).extracting(Fragment::html).containsExactly("", "", "", "a", "b");
        assertThat(fragments.subList(0, 3))
                .allSatisfy(fragment -> assertThat(fragment.problems())
                        .extracting(Problem::toString)
                        .singleElement()
                        .asString()
                        .contains("this page was not converted within 0 s"));
        assertThat(kept).containsExactlyInAnyOrder("a", "b");
        assertThat(dropped).hasSize(3);
    }

    @Test
    void whatAnEngineSaysWhenItIsCalledAwayIsNobodysFailure() {
        List<Conversions.Text> texts = texts(List.of("stuck", "a", "slow").stream());
        CountDownLatch calledAway = new CountDownLatch(1);

        List<Fragment> fragments = begin(texts, 1, text -> {
                    switch (text) {
                        case "stuck" -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                calledAway.countDown();
                                throw new IllegalStateException("called away", e);
                            }
                        }
                        case "slow" -> awaits(calledAway);
                        default -> {}
                    }
                    return html(text);
                })
                .fragments();

        assertThat(fragments).extracting(Fragment::html).containsExactly("", "a", "slow");
    }

    @Test
    void anEngineThatFailsUnexpectedlyFailsWhoeverWaits() {
        List<Conversions.Text> texts = texts(List.of("a", "b", "c").stream());
        Conversions<Conversions.Text> conversions = begin(texts, 2, text -> {
            throw new UnsupportedOperationException("no " + text);
        });

        assertThatThrownBy(conversions::fragments)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("no ");
    }

    @Test
    void anEngineThatCannotBeMadeFailsWhoeverWaits() {
        Conversions<Conversions.Text> conversions = patience.begin(
                texts(List.of("a", "b").stream()),
                2,
                new Conversions.Work<>(
                        () -> {
                            throw new NoClassDefFoundError("org/jruby/Ruby");
                        },
                        dropped::add,
                        (text, fragment) -> {}));

        assertThatThrownBy(conversions::fragments)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("org/jruby/Ruby");
    }

    @Test
    void whatCannotBeKeptFailsWhoeverWaits() {
        Conversions<Conversions.Text> conversions = patience.begin(
                texts(List.of("a").stream()),
                1,
                new Conversions.Work<>(() -> new Engine(ConversionsTest::html), dropped::add, (text, fragment) -> {
                    throw new IllegalStateException("no room");
                }));

        assertThatThrownBy(conversions::fragments).hasMessage("no room");
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() throws InterruptedException {
        Conversions<Conversions.Text> conversions = begin(texts(List.of("stuck", "a").stream()), 2, this::stuckOrNot);
        List<Fragment> fragments = new ArrayList<>();
        Thread waiting = new Thread(() -> {
            Thread.currentThread().interrupt();
            fragments.addAll(conversions.fragments());
        });
        waiting.start();
        waiting.join();

        assertThat(fragments).hasSize(2);
        assertThat(fragments.get(0).problems())
                .extracting(Problem::toString)
                .containsExactly("stuck: error: the conversion was interrupted");
    }

    private Fragment stuckOrNot(String text) {
        if (text.startsWith("stuck")) {
            awaits(never);
        }
        return html(text);
    }

    /** However often it is called away. */
    private static void awaits(CountDownLatch latch) {
        boolean waits = true;
        while (waits) {
            try {
                latch.await();
                waits = false;
            } catch (InterruptedException e) {
                // as some engines do
            }
        }
    }

    private static Fragment html(String text) {
        return new Fragment(text, List.of());
    }

    private Conversions<Conversions.Text> begin(
            List<Conversions.Text> texts, int most, Function<String, Fragment> convert) {
        return patience.begin(
                texts,
                most,
                new Conversions.Work<>(
                        () -> new Engine(convert),
                        dropped::add,
                        (text, fragment) -> kept.add(text.source().name())));
    }

    private static List<Conversions.Text> texts(Stream<String> names) {
        return names.<Conversions.Text>map(
                        name -> () -> new SourceText(name, Markup.MARKDOWN, Optional.empty(), List.of()))
                .toList();
    }

    private record Engine(Function<String, Fragment> convert) implements MarkupEngine {
        @Override
        public Fragment convert(SourceText source) {
            return convert.apply(source.name());
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
