package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawings are their own source, and an image cannot borrow a sheet from its neighbour: what they share is held equal here. */
class DrawingsTest {
    private static final Path ASSETS = Path.of("../content/assets");
    private static final int SMALLEST_TEXT = 14;
    private static final Pattern SHEET = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);
    private static final Pattern SIZE = Pattern.compile("font(?:-size)?[:=]\\s*\"?(\\d+)");

    static List<Path> drawingsOfPostgres() throws IOException {
        try (Stream<Path> files = Files.list(ASSETS)) {
            List<Path> drawings = files.filter(
                            file -> file.getFileName().toString().matches("postgres-.*\\.svg"))
                    .sorted()
                    .toList();
            assertThat(drawings).hasSizeGreaterThanOrEqualTo(5);
            return drawings;
        }
    }

    @ParameterizedTest
    @MethodSource("drawingsOfPostgres")
    void allHaveTheSameSheetAndWidth(Path drawing) throws IOException {
        String first = Files.readString(drawingsOfPostgres().get(0));
        String own = Files.readString(drawing);

        assertThat(sheet(own)).isEqualTo(sheet(first));
        assertThat(own).contains("viewBox=\"0 0 360 ").contains("width=\"432\"");
    }

    @ParameterizedTest
    @MethodSource("drawingsOfPostgres")
    void noTextIsSmallerThanAPhoneCanShow(Path drawing) throws IOException {
        List<Integer> sizes = SIZE.matcher(Files.readString(drawing))
                .results()
                .map(size -> Integer.valueOf(size.group(1)))
                .toList();

        assertThat(sizes).isNotEmpty().allMatch(size -> size >= SMALLEST_TEXT);
    }

    @ParameterizedTest
    @MethodSource("drawingsOfPostgres")
    void whoCannotSeeItIsToldWhatItShows(Path drawing) throws IOException {
        assertThat(Files.readString(drawing))
                .contains("role=\"img\" aria-labelledby=\"t d\"")
                .containsPattern("<title id=\"t\">[^<]{10,}</title>")
                .containsPattern("<desc id=\"d\">[^<]{100,}</desc>");
    }

    private static String sheet(String drawing) {
        return SHEET.matcher(drawing).results().findFirst().orElseThrow().group();
    }
}
