package dev.lexlab.site.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentsTest {
    private final AtomicInteger enginesMade = new AtomicInteger();
    private final AtomicInteger conversions = new AtomicInteger();
    private final AtomicInteger stubborn = new AtomicInteger();

    @TempDir
    Path cache;

    @Test
    void markdownNeverStartsTheAsciiDocEngine() throws IOException {
        assertThat(convert("1", source(Markup.MARKDOWN, "Hello.")).html()).isEqualTo("<p>Hello.</p>");

        assertThat(enginesMade).hasValue(0);
    }

    @Test
    void whatIsInTheCacheIsNotConvertedAgainNorIsAnEngineMadeForIt() throws IOException {
        Fragment first = convert("1", source(Markup.ASCIIDOC, "Hello."));
        assertThat(enginesMade).hasValue(1);

        assertThat(convert("1", source(Markup.ASCIIDOC, "Hello."))).isEqualTo(first);
        assertThat(enginesMade).hasValue(1);
    }

    @Test
    void aRehearsalMakesTheEngineThatTheCacheSparedAndKeepsIt() throws IOException {
        Fragment kept = convert("1", source(Markup.ASCIIDOC, "Hello."));
        try (Fragments fragments = new Fragments(cache, "1", pages -> new FakeEngine(), Duration.ofMinutes(1))) {
            fragments.rehearse(source(Markup.ASCIIDOC, "Hello."));
            assertThat(enginesMade).hasValue(2);
            assertThat(conversions).hasValue(2);

            assertThat(of(
                            fragments
                                    .begin(List.of(source(Markup.ASCIIDOC, "Hello."), other("b")))
                                    .get(),
                            "a"))
                    .isEqualTo(kept);
        }

        assertThat(enginesMade).hasValue(2);
        assertThat(conversions).as("b is converted, a is not").hasValue(3);
    }

    @Test
    void anotherTextAnotherPlaceOrAnotherProgramIsConvertedAnew() throws IOException {
        convert("1", source(Markup.ASCIIDOC, "Hello."));
        convert("1", source(Markup.ASCIIDOC, "Hello!"));
        convert(
                "1",
                new SourceText("a", Markup.ASCIIDOC, Optional.empty(), List.of(new SourceText.Line("Hello.", "a", 9))));
        convert("2", source(Markup.ASCIIDOC, "Hello."));

        assertThat(conversions).hasValue(4);
    }

    @Test
    void aDamagedEntryIsConvertedAnew() throws IOException {
        Fragment first = convert("1", source(Markup.ASCIIDOC, "Hello."));
        try (var files = Files.walk(cache)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("Hello", "Hullo"));
            }
        }

        assertThat(convert("1", source(Markup.ASCIIDOC, "Hello."))).isEqualTo(first);
        assertThat(conversions).hasValue(2);
    }

    @Test
    void oneEngineServesAllPages() throws IOException {
        try (Fragments fragments = new Fragments(cache, "1", pages -> new FakeEngine(), Duration.ofMinutes(1))) {
            assertThat(fragments
                            .begin(List.of(source(Markup.ASCIIDOC, "a"), other("b"), other("c")))
                            .get())
                    .containsOnlyKeys("a", "b", "c");
        }

        assertThat(enginesMade).hasValue(1);
    }

    @Test
    void aConversionThatNeverEndsIsItsPagesProblemAndLaterPagesGetAnotherEngine() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (Fragments fragments = new Fragments(cache, "1", pages -> new StuckEngine(never), Duration.ofMillis(200))) {
            Map<String, Fragment> converted = fragments
                    .begin(List.of(source(Markup.ASCIIDOC, "stuck"), other("b")))
                    .get();

            assertThat(of(converted, "a").problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "a: error: this page was not converted within 0 s;"
                                    + " look for brackets, quotes or lists that never end, or halve the page until you find them");
            assertThat(of(converted, "b").html()).isEqualTo("<p>b</p>");
            assertThat(of(fragments.begin(List.of(other("c"))).get(), "c").html())
                    .isEqualTo("<p>c</p>");
        }

        assertThat(enginesMade).hasValue(2);
        assertThat(convert("1", source(Markup.ASCIIDOC, "stuck")).html())
                .as("nothing of it was kept")
                .isEqualTo("<p>stuck</p>");
    }

    @Test
    void aConversionThatIsTooDeepIsItsPagesProblem() throws IOException {
        try (Fragments fragments = new Fragments(cache, "1", pages -> new DeepEngine(), Duration.ofMinutes(1))) {
            Map<String, Fragment> converted =
                    fragments.begin(List.of(source(Markup.ASCIIDOC, "deep"))).get();

            assertThat(of(converted, "a").problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "a: error: quotes, lists or brackets stand in each other too deep to be read; flatten them");
        }
    }

    @Test
    void whatAKilledRunLeftHalfWrittenOrHalfForgottenIsTakenAway() throws IOException {
        Path folder = cache.resolve("site");
        Path halfWritten = Files.createDirectories(folder.resolve("ab")).resolve(".x.partial");
        Files.writeString(halfWritten, "hal");
        Path halfForgotten = Files.createDirectories(cache.resolve("forgotten1/cache"));

        try (Fragments fragments = new Fragments(folder, "1", pages -> new FakeEngine(), Duration.ofMinutes(1))) {
            assertThat(fragments.begin(List.of(other("b"))).get()).containsOnlyKeys("b");
            assertThat(halfWritten).doesNotExist();

            fragments.forget();
        }
        assertThat(halfForgotten).doesNotExist();
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void othersMayForgetTheCacheAtAnyMoment() throws Exception {
        Path folder = cache.resolve("site");
        AtomicBoolean goOn = new AtomicBoolean(true);
        ExecutorService others = Executors.newFixedThreadPool(2);
        List<Future<?>> forgetting = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            forgetting.add(others.submit(() -> {
                while (goOn.get()) {
                    try (Fragments other =
                            new Fragments(folder, "1", pages -> new FakeEngine(), Duration.ofMinutes(1))) {
                        other.forget();
                    }
                }
                return null;
            }));
        }
        try (Fragments fragments = new Fragments(folder, "1", pages -> new FakeEngine(), Duration.ofMinutes(1))) {
            for (int i = 0; i < 300; i++) {
                String text = "page " + i % 7;
                assertThat(of(fragments.begin(List.of(other(text))).get(), text).html())
                        .isEqualTo("<p>" + text + "</p>");
            }
        } finally {
            goOn.set(false);
            others.shutdown();
        }
        for (Future<?> run : forgetting) {
            run.get();
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsToldAndNotTheThreadThatFoundOut() throws IOException {
        Path folder = Files.writeString(cache.resolve("site"), "a file");

        try (Fragments fragments = new Fragments(folder, "1", pages -> new FakeEngine(), Duration.ofMinutes(1))) {
            var late = fragments.begin(List.of(other("b")));
            assertThatThrownBy(late::get)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write the cache in " + folder);
        }
    }

    private static Fragment of(Map<String, Fragment> converted, String name) {
        return converted.getOrDefault(name, new Fragment("", List.of()));
    }

    private Fragment convert(String generator, SourceText source) throws IOException {
        try (Fragments fragments = new Fragments(cache, generator, pages -> new FakeEngine(), Duration.ofMinutes(1))) {
            Map<String, Fragment> converted = fragments.begin(List.of(source)).get();
            return converted.getOrDefault("a", new Fragment("", List.of()));
        }
    }

    private static SourceText source(Markup markup, String text) {
        return new SourceText("a", markup, Optional.empty(), List.of(new SourceText.Line(text, "a", 1)));
    }

    private static SourceText other(String text) {
        return new SourceText(text, Markup.ASCIIDOC, Optional.empty(), List.of(new SourceText.Line(text, "b", 1)));
    }

    private final class StuckEngine implements MarkupEngine {
        private final CountDownLatch never;

        StuckEngine(CountDownLatch never) {
            this.never = never;
            enginesMade.incrementAndGet();
        }

        @Override
        public Fragment convert(SourceText source) {
            while (source.bodyText().startsWith("stuck")) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    stubborn.incrementAndGet(); // as some engines are
                }
            }
            return new Fragment("<p>" + source.bodyText().strip() + "</p>", List.of());
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static final class DeepEngine implements MarkupEngine {
        @Override
        public Fragment convert(SourceText source) {
            throw new StackOverflowError();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private final class FakeEngine implements MarkupEngine {
        FakeEngine() {
            enginesMade.incrementAndGet();
        }

        @Override
        public Fragment convert(SourceText source) {
            conversions.incrementAndGet();
            return new Fragment("<p>" + source.bodyText().strip() + "</p>", List.of());
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
