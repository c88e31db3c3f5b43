package dev.lexlab.site.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What we are held against: a program that converts the plain files of a corpus and writes them, and does nothing else. Its flags
 * are those that were the quickest for it of all that were tried: some hundred pages are over before a compiler pays, so there
 * the start counts (interpreted Ruby, an archive of classes, the smallest collector, one thread); for more of them the quick
 * compiler, the parallel collector and a second thread do.
 */
final class BareEngine {
    private static final int SMALL = 500;
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private final Corpus corpus;
    private final boolean withRouge;
    private final Stopwatch stopwatch;
    private final Path out;
    private final Path archive;

    /** @param withRouge whether code is coloured; of AsciiDoc alone */
    BareEngine(Corpus corpus, boolean withRouge, Stopwatch stopwatch) {
        this.corpus = corpus;
        this.withRouge = withRouge;
        this.stopwatch = stopwatch;
        String name = withRouge ? "bare-rouge" : "bare";
        this.out = corpus.folder().resolve(name);
        this.archive = corpus.folder().resolve(name + ".jsa");
    }

    private boolean isSmall() {
        return corpus.pages().size() < SMALL;
    }

    /**
     * Runs once, unmeasured, and makes the archive where there is to be one.
     *
     * @throws CannotMeasure where it does not convert all
     */
    void prepare() throws CannotMeasure, IOException, InterruptedException {
        run(isSmall() && canArchive() ? List.of("-XX:ArchiveClassesAtExit=" + archive) : List.of());
        try (Stream<Path> pages = Files.walk(out)) {
            long written =
                    pages.filter(file -> file.toString().endsWith(".html")).count();
            if (written != corpus.plainFiles()) {
                throw new CannotMeasure(
                        "the bare engine wrote " + written + " of " + corpus.plainFiles() + " pages; report it");
            }
        }
        if (isSmall() && canArchive() && !Files.exists(archive)) {
            throw new CannotMeasure(
                    "the bare engine left no archive of its classes, and would be slower than it can be;"
                            + " report it with the version of your JDK");
        }
    }

    /** The JVM archives no classes that lie in folders, as they do in tests and in an editor. */
    static boolean canArchive() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .noneMatch(entry -> Files.isDirectory(Path.of(entry)));
    }

    /** Runs once, from nothing. */
    Took run() throws CannotMeasure, IOException, InterruptedException {
        return run(Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of());
    }

    private Took run(List<String> moreFlags) throws CannotMeasure, IOException, InterruptedException {
        corpus.putAside(out);
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(flags(corpus.markup(), corpus.pages().size()));
        words.addAll(moreFlags);
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.add((corpus.markup() == Markup.ASCIIDOC ? BareAsciidoctor.class : BareChain.class).getName());
        words.addAll(List.of(corpus.plain().toString(), out.toString(), isSmall() ? "1" : "2"));
        if (corpus.markup() == Markup.ASCIIDOC) {
            words.add(withRouge ? BareAsciidoctor.ROUGE : "none");
        }
        return stopwatch.run(words);
    }

    /** Without those for the archive. */
    static List<String> flags(Markup markup, int pages) {
        if (pages >= SMALL) {
            return List.of(QUICK_COMPILER, "-XX:+UseParallelGC");
        }
        List<String> flags = List.of("-Xshare:auto", "-Xlog:disable", QUICK_COMPILER, "-XX:+UseSerialGC");
        return markup == Markup.MARKDOWN
                ? flags
                : Stream.concat(
                                flags.stream(),
                                Stream.of("-Djruby.compile.mode=OFF", "-Djruby.compile.invokedynamic=false"))
                        .toList();
    }
}
