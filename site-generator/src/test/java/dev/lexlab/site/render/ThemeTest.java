package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3.0;

    @Test
    void bothWaysIntoTheDarkLeadToTheSameColours() {
        List<Map<String, String>> sets = colourSets();
        assertThat(sets).hasSize(3);
        assertThat(sets.get(2)).isEqualTo(sets.get(1));
        assertThat(sets.get(1).keySet()).isEqualTo(sets.get(0).keySet());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everyTextCanBeReadOnEveryGroundItStandsOn(int set) {
        Map<String, String> colours = colourSets().get(set);
        for (String ground : List.of("page", "raised", "sunk", "accent-soft", "bad-soft", "warn-soft")) {
            assertContrast(colours, "ink", ground, TEXT);
        }
        for (String ground : List.of("page", "raised", "sunk")) {
            assertContrast(colours, "quiet", ground, TEXT);
            assertContrast(colours, "accent", ground, TEXT);
            assertContrast(colours, "bad", ground, TEXT);
        }
        assertContrast(colours, "accent", "accent-soft", TEXT);
        assertContrast(colours, "bad", "bad-soft", TEXT);
        assertContrast(colours, "warn", "warn-soft", TEXT);
        assertContrast(colours, "on-accent", "accent", TEXT);
        assertContrast(colours, "edge", "raised", GRAPHICS);
        assertContrast(colours, "edge", "page", GRAPHICS);
    }

    @Test
    void noRuleStandsTwiceInTheSheetAndNoneIsCutByARemark() {
        String sheet = new String(
                Theme.load().files(false).entrySet().stream()
                        .filter(file -> file.getKey().matches("theme/lexlab\\.[0-9a-f]+\\.css"))
                        .findFirst()
                        .orElseThrow()
                        .getValue(),
                UTF_8);
        List<String> rules =
                sheet.lines().filter(line -> line.matches("[^ @/].*\\{.*;.*}")).toList();

        assertThat(rules).hasSizeGreaterThan(150).doesNotHaveDuplicates();
        assertThat(sheet.lines()).noneMatch(line -> line.matches("[^ @/*].*/\\*.*"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void codeCanBeRead(int set) {
        Map<String, String> colours = colourSets().get(set);
        List<String> inks = colours.keySet().stream()
                .filter(name -> name.startsWith("code-"))
                .toList();
        assertThat(inks).hasSize(7);
        inks.forEach(ink -> assertContrast(colours, ink, "sunk", TEXT));
    }

    @Test
    void aTermPageWithStyleAndScriptsIsSmall() throws IOException {
        SortedMap<String, byte[]> files = RenderedSite.of(TinySite.site(), false);
        Set<String> loaded = new TreeSet<>();
        loaded.add("tea/leaf.html");
        Jsoup.parse(new String(files.getOrDefault("tea/leaf.html", new byte[0]), UTF_8))
                .select("link[rel=stylesheet], script[src]")
                .forEach(file -> loaded.add((file.attr("src") + file.attr("href")).replace("../", "")));
        int bytes = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (loaded.remove(file.getKey())) {
                bytes += compressed(file.getValue());
            }
        }
        assertThat(loaded).as("not seen").isEmpty();
        // A page with a long text adds some 8 kB to this; the budget of a first visit is 30 kB.
        assertThat(bytes).isLessThan(20_000);
    }

    @Test
    void noTemplateTurnsEscapingOff() throws IOException {
        List<String> seen = new ArrayList<>();
        try (Stream<Path> templates = Files.list(Path.of("src/main/resources/dev/lexlab/site/render/pages"))) {
            for (Path template : templates.toList()) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContain("no_esc", "noautoesc", "?interpret", "?eval", "?new");
                seen.add(template.getFileName().toString());
            }
        }
        assertThat(seen).contains("layout.ftlh", "menus.ftlh", "term.ftlh").allMatch(name -> name.endsWith(".ftlh"));
    }

    private static void assertContrast(Map<String, String> colours, String ink, String ground, double least) {
        double a = luminance(colours.getOrDefault(ink, "missing"));
        double b = luminance(colours.getOrDefault(ground, "missing"));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertThat(contrast).as(ink + " on " + ground).isGreaterThanOrEqualTo(least);
    }

    /** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static List<Map<String, String>> colourSets() {
        List<Map<String, String>> sets = new ArrayList<>();
        for (String block : read("theme/tokens.css").split("color-scheme:", -1)) {
            Map<String, String> colours = new TreeMap<>();
            Matcher matcher = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});").matcher(block);
            while (matcher.find()) {
                colours.put(matcher.group(1), matcher.group(2));
            }
            if (!colours.isEmpty()) {
                sets.add(colours);
            }
        }
        return sets;
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static String read(String name) {
        try (InputStream in = ThemeTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
