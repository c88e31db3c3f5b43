package dev.lexlab.site.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.model.Site;
import dev.lexlab.site.render.RenderedSite;
import dev.lexlab.site.render.TinySite;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ExchangeTest {
    private static final String HOME = "https://example.org/kettle/";
    private static final SortedMap<String, byte[]> FILES = files(TinySite.site());

    @Test
    void everyPageThatLastsHasATwin() {
        assertThat(FILES.keySet())
                .containsExactlyInAnyOrder(
                        "book.html.md",
                        "changes.xml",
                        "glossary.html.md",
                        "glossary.json",
                        "index.html.md",
                        "labs/index.html.md",
                        "labs/tea/index.html.md",
                        "labs/tea/pour.html.md",
                        "llms.txt",
                        "myths.html.md",
                        "objects.inv",
                        "robots.txt",
                        "sitemap.xml",
                        "sources.html.md",
                        "tea/hostile.html.md",
                        "tea/index.html.md",
                        "tea/leaf.html.md");
    }

    @Test
    void aTwinSaysWhatItsPageSays() {
        assertThat(text("tea/leaf.html.md")).isEqualTo("""
                        # Leaf

                        beginner · 1 min to read · also **blade**, **4 leaves**

                        **Leaf**: What gives `tea` its taste.

                        **Know first**: [Brewing](index.html.md)

                        It [brews](index.html.md)1 twice1.

                        ## Colour

                        Green.

                        ## Taste

                        Fresh.

                        ## Myths

                        **You may have read**: Leaves are `dust`.

                        **In fact**: They are not.

                        **See for yourself**: Look.

                        ## Practise it

                        On the real thing, judged by what it does:

                        - [Pour](../labs/tea/pour.html.md)

                        ## See also

                        - [\\<script>alert('x')\\</script> & "more"](hostile.html.md)

                        ## Used by

                        - [\\<script>alert('x')\\</script> & "more"](hostile.html.md)

                        ## Sources

                        1. [The Manual](https://example.org/manual), Tea Board. CC BY 4.0; read 2026-11-20.

                        ## Read on

                        - [The Manual](https://example.org/manual), Tea Board.

                        Last changed 2026-11-20 · [Suggest a change to this page](https://example.org/edit/leaf.md)
                        """);
    }

    @Test
    void theReadingListLeadsToTwins() {
        assertThat(text("llms.txt"))
                .startsWith("""
                        # Kettle

                        > A glossary you can drink

                        Every page has a Markdown twin: its address with .md behind it.

                        ## Tea

                        - [Brewing](https://example.org/kettle/tea/index.html.md): A definition.
                        - [Leaf](https://example.org/kettle/tea/leaf.html.md): What gives tea its taste.
                        """)
                .contains("- [Task: Pour](https://example.org/kettle/labs/tea/pour.html.md): Pour without spilling");
        assertThat(text("llms.txt").lines().filter(line -> line.contains(".html.md)")))
                .allSatisfy(line -> assertThat(FILES)
                        .containsKey(line.substring(line.indexOf(HOME) + HOME.length(), line.indexOf(".md)") + 3)));
    }

    @Test
    void theSitemapNamesEveryPageOnceWithTheDayOfItsChange() throws Exception {
        assertThat(texts("sitemap.xml", "loc"))
                .containsExactly(
                        HOME + "glossary.html",
                        HOME + "index.html",
                        HOME + "labs/index.html",
                        HOME + "labs/tea/index.html",
                        HOME + "labs/tea/pour.html",
                        HOME + "myths.html",
                        HOME + "sources.html",
                        HOME + "tea/hostile.html",
                        HOME + "tea/index.html",
                        HOME + "tea/leaf.html");
        assertThat(texts("sitemap.xml", "lastmod")).containsExactly("2026-11-20");
        assertThat(text("robots.txt")).contains("Sitemap: " + HOME + "sitemap.xml\n");
    }

    @Test
    void theFeedHoldsWhatChangedLast() throws Exception {
        assertThat(texts("changes.xml", "id")).containsExactly(HOME, HOME + "tea/leaf.html");
        assertThat(texts("changes.xml", "updated")).containsExactly("2026-11-20T00:00:00Z", "2026-11-20T00:00:00Z");
        assertThat(texts("changes.xml", "summary")).containsExactly("What gives tea its taste.");
    }

    @Test
    void theGlossaryIsDataThatAnyReaderOfJsonTakes() {
        int objects = 0;
        try (JsonParser json = new JsonFactory()
                .createParser(ObjectReadContext.empty(), new ByteArrayInputStream(bytes("glossary.json")))) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                objects += token == tools.jackson.core.JsonToken.START_OBJECT ? 1 : 0;
            }
        }
        assertThat(objects).isEqualTo(1 + 1 + 3 + 1); // all, a concept, three terms, a source
        assertThat(text("glossary.json"))
                .contains(
                        "{\"id\":\"leaf\",\"title\":\"Leaf\",\"plural\":\"leaves\",\"aliases\":[\"blade\",\"4 leaves\"],"
                                + "\"concept\":\"tea\",\"level\":\"beginner\",\"definition\":\"What gives tea its taste.\"");
    }

    @Test
    void theInventoryIsOneThatSphinxReads() throws Exception {
        byte[] bytes = bytes("objects.inv");
        int begin = new String(bytes, UTF_8).indexOf("zlib.\n") + "zlib.\n".length();
        byte[] lines = new InflaterInputStream(new ByteArrayInputStream(Arrays.copyOfRange(bytes, begin, bytes.length)))
                .readAllBytes();

        assertThat(new String(bytes, 0, begin, UTF_8)).isEqualTo("""
                        # Sphinx inventory version 2
                        # Project: Kettle
                        # Version:\s
                        # The remainder of this file is compressed using zlib.
                        """);
        assertThat(new String(lines, UTF_8))
                .contains(
                        "Leaf std:term 1 tea/leaf.html Leaf\n",
                        "4 leaves std:term 1 tea/leaf.html Leaf\n",
                        "leaf std:label 1 tea/leaf.html Leaf\n",
                        "lab-tea-pour std:label 1 labs/tea/pour.html Pour\n");
    }

    @Test
    void withoutAHostThereIsNothingThatWouldNeedOne() {
        Site site = TinySite.site();
        Site fromDisk = new Site(
                site.title(),
                site.tagline(),
                "/",
                site.concepts(),
                site.terms(),
                site.sources(),
                site.labs(),
                site.pictures(),
                site.changed(),
                site.redirects(),
                site.outward());

        assertThat(files(fromDisk).keySet())
                .contains("llms.txt", "glossary.json", "objects.inv", "index.html.md")
                .doesNotContain("sitemap.xml", "robots.txt", "changes.xml");
    }

    @Test
    void whatIsMadeIsKnownBeforeItIsMade() {
        assertThat(Exchange.addresses(TinySite.site()))
                .isEqualTo(Exchange.files(TinySite.site(), Set.of("index.html")).keySet())
                .contains("changes.xml", "sitemap.xml");
    }

    private static SortedMap<String, byte[]> files(Site site) {
        SortedMap<String, byte[]> files = RenderedSite.of(site, false);
        Set<String> lasting = files.keySet().stream()
                .filter(url -> url.endsWith(".html") && !url.equals("404.html"))
                .collect(toSet());
        SortedMap<String, byte[]> made = new TreeMap<>(Exchange.files(site, lasting));
        lasting.forEach(url -> made.put(
                Twins.address(url),
                new Twins(lasting)
                        .text(url, Jsoup.parse(new String(files.getOrDefault(url, new byte[0]), UTF_8)))
                        .getBytes(UTF_8)));
        return made;
    }

    private static byte[] bytes(String file) {
        return FILES.getOrDefault(file, new byte[0]);
    }

    private static String text(String file) {
        return new String(bytes(file), UTF_8);
    }

    private static List<String> texts(String file, String element) throws Exception {
        NodeList nodes = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(file)))
                .getElementsByTagName(element);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
