package dev.lexlab.site.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentsTest {
    private final AtomicInteger enginesMade = new AtomicInteger();
    private final AtomicInteger conversions = new AtomicInteger();
    private final AtomicInteger stubborn = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong();

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
        try (Fragments fragments =
                new Fragments(cache, "1", clock::get, pages -> new FakeEngine(), Duration.ofMinutes(1))) {
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
        for (Path pack : packs()) {
            String content = Files.readString(pack, ISO_8859_1);
            Files.writeString(pack, content.replace("Hello", "Hullo"), ISO_8859_1);
        }

        assertThat(convert("1", source(Markup.ASCIIDOC, "Hello."))).isEqualTo(first);
        assertThat(conversions).hasValue(2);
    }

    @Test
    void damageAnywhereInAPackCostsConversionsAndIsMendedByTheNextBuild() throws IOException {
        Random random = new Random(7);
        List<SourceText> pages = pages("more words than rows of the table ".repeat(20), 20);
        Map<String, Fragment> whole = convertAll(pages);
        for (int round = 0; round < 60; round++) {
            Path pack = packs().get(0);
            byte[] bytes = Files.readAllBytes(pack);
            if (round % 3 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                for (int i = random.nextInt(round % 3 == 1 ? 1 : 100); i >= 0; i--) {
                    bytes[random.nextInt(round % 5 == 0 ? 100 : bytes.length)] = (byte) random.nextInt();
                }
            }
            Files.write(pack, bytes);

            assertThat(convertAll(pages)).as("round %d", round).isEqualTo(whole);

            int before = conversions.get();
            assertThat(convertAll(pages)).as("round %d", round).isEqualTo(whole);
            assertThat(conversions).as("round %d", round).hasValue(before);
        }
    }

    @Test
    void whatSomebodyElsePutThereUnderARightSumIsConvertedAnewAndGoes() throws IOException {
        SourceText source = source(Markup.ASCIIDOC, "Hello.");
        String key = Hashes.of("1\nASCIIDOC\n" + source.hash());
        Pack unused = Pack.write(cache, List.of(new Pack.Fresh(key, new byte[] {127, 127, 127, 127, 0})));

        assertThat(convert("1", source).html()).isEqualTo("<p>Hello.</p>");
        assertThat(convert("1", source).html()).isEqualTo("<p>Hello.</p>");

        assertThat(conversions).hasValue(1);
        assertThat(packs()).hasSize(1);
    }

    @Test
    void manyPagesMakeFewFiles() throws IOException {
        Map<String, Fragment> first = convertAll(pages("page", 1000));

        assertThat(first).hasSize(1000);
        assertThat(packs()).hasSizeLessThan(20);
        assertThat(convertAll(pages("page", 1000))).isEqualTo(first);
        assertThat(conversions).hasValue(1000);
    }

    @Test
    void savesMakeFewFilesAndLoseNothing() throws IOException {
        List<SourceText> pages = pages("page", 100);
        try (Fragments fragments = fragments(cache)) {
            for (SourceText page : pages) {
                Map<String, Fragment> unused = fragments.begin(List.of(page)).get();
            }
            assertThat(packs()).hasSizeLessThan(20);

            Map<String, Fragment> again = fragments.begin(pages).get();
            assertThat(again).hasSize(100);
        }

        assertThat(convertAll(pages)).hasSize(100);
        assertThat(conversions).hasValue(100);
    }

    @Test
    void ofMoreThanEnoughFragmentsThoseGoThatTheRunDidNotUse() throws IOException {
        Map<String, Fragment> before = convertAll(pages("old", 1200));
        Map<String, Fragment> now = convertAll(pages("new", 1200));
        assertThat(conversions).hasValue(2400);

        assertThat(convertAll(pages("new", 1200))).isEqualTo(now);
        assertThat(conversions).as("what was used stays").hasValue(2400);

        assertThat(convertAll(pages("old", 1200))).isEqualTo(before);
        assertThat(conversions).as("what was not has gone").hasValue(3600);
    }

    @Test
    void twoRunsMayTakeTurnsAtOneFolderAndNothingIsLost() throws IOException {
        List<SourceText> all = new ArrayList<>();
        try (Fragments one = fragments(cache);
                Fragments other = fragments(cache)) {
            for (int i = 0; i < 60; i++) {
                SourceText page = other("page " + i);
                all.add(page);
                Map<String, Fragment> converted =
                        (i % 3 == 0 ? one : other).begin(List.of(page)).get();
                assertThat(of(converted, "page " + i).html()).isEqualTo("<p>page " + i + "</p>");
            }
        }

        assertThat(convertAll(all)).hasSize(60);
        assertThat(conversions).hasValue(60);
        assertThat(packs()).hasSizeLessThan(40);
    }

    @Test
    void runsAtTheSameTimeNeverGetEachOthersFragments() throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(3);
        List<Future<?>> running = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            running.add(runs.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    try (Fragments fragments = fragments(cache)) {
                        List<SourceText> pages = pages("round " + i % 20 + " page", 5);
                        fragments
                                .begin(pages)
                                .get()
                                .forEach((name, fragment) ->
                                        assertThat(fragment.html()).isEqualTo("<p>" + name + "</p>"));
                    }
                }
                return null;
            }));
        }
        runs.shutdown();
        for (Future<?> run : running) {
            run.get();
        }
        assertThat(convertAll(pages("round 0 page", 5))).hasSize(5);
    }

    @Test
    void aConversionThatIsKilledKeepsWhatTookASecondOrMuchRoomBefore() throws Exception {
        String big = "big ".repeat(1 << 20);
        for (List<String> texts : List.of(List.of("one", "a second later", "stuck"), List.of(big, "stuck"))) {
            Path folder = Files.createTempDirectory(cache, "site");
            CountDownLatch never = new CountDownLatch(1);
            List<SourceText> pages = texts.stream().map(FragmentsTest::other).toList();
            List<SourceText> done = pages.subList(0, pages.size() - 1);
            try (Fragments killed = new Fragments(
                    folder, "1", () -> clock.addAndGet(1001), count -> new StuckEngine(never), Duration.ofMinutes(1))) {
                var late = killed.begin(pages);
                for (int i = 0; i < 1000 && packs(folder).isEmpty(); i++) {
                    Thread.sleep(10);
                }
                int before = conversions.get();
                try (Fragments next = fragments(folder)) {
                    assertThat(next.begin(done).get()).hasSameSizeAs(done);
                }
                assertThat(conversions).hasValue(before);
                never.countDown();
                assertThat(late.get()).hasSameSizeAs(pages);
            }
        }
    }

    @Test
    void oneEngineServesAllPages() throws IOException {
        try (Fragments fragments =
                new Fragments(cache, "1", clock::get, pages -> new FakeEngine(), Duration.ofMinutes(1))) {
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
        try (Fragments fragments =
                new Fragments(cache, "1", clock::get, pages -> new StuckEngine(never), Duration.ofMillis(200))) {
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
        try (Fragments fragments =
                new Fragments(cache, "1", clock::get, pages -> new DeepEngine(), Duration.ofMinutes(1))) {
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
        Path halfWritten = Files.createDirectories(folder).resolve(".x.pack.partial");
        Files.writeString(halfWritten, "hal");
        Path ofTheFormBefore = Files.createDirectories(folder.resolve("ab"));
        Files.writeString(ofTheFormBefore.resolve("ab12"), "a file for each fragment");
        Path halfForgotten = Files.createDirectories(cache.resolve("forgotten1/cache"));

        try (Fragments fragments =
                new Fragments(folder, "1", clock::get, pages -> new FakeEngine(), Duration.ofMinutes(1))) {
            assertThat(fragments.begin(List.of(other("b"))).get()).containsOnlyKeys("b");
            assertThat(halfWritten).doesNotExist();
            assertThat(ofTheFormBefore).doesNotExist();

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
                            new Fragments(folder, "1", clock::get, pages -> new FakeEngine(), Duration.ofMinutes(1))) {
                        other.forget();
                    }
                }
                return null;
            }));
        }
        try (Fragments fragments =
                new Fragments(folder, "1", clock::get, pages -> new FakeEngine(), Duration.ofMinutes(1))) {
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

        try (Fragments fragments =
                new Fragments(folder, "1", clock::get, pages -> new FakeEngine(), Duration.ofMinutes(1))) {
            var late = fragments.begin(List.of(other("b")));
            assertThatThrownBy(late::get)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write the cache in " + folder);
        }
    }

    private static Fragment of(Map<String, Fragment> converted, String name) {
        return converted.getOrDefault(name, new Fragment("", List.of()));
    }

    private Fragments fragments(Path folder) {
        return new Fragments(folder, "1", clock::get, pages -> new FakeEngine(), Duration.ofMinutes(1));
    }

    /** By a run of its own. */
    private Map<String, Fragment> convertAll(List<SourceText> pages) {
        try (Fragments fragments = fragments(cache)) {
            return fragments.begin(pages).get();
        }
    }

    private static List<SourceText> pages(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> other(name + " " + i)).toList();
    }

    private List<Path> packs() throws IOException {
        return packs(cache);
    }

    private static List<Path> packs(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pack")).toList();
        }
    }

    private Fragment convert(String generator, SourceText source) throws IOException {
        try (Fragments fragments =
                new Fragments(cache, generator, clock::get, pages -> new FakeEngine(), Duration.ofMinutes(1))) {
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
            while (source.bodyText().startsWith("stuck") && never.getCount() > 0) {
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
