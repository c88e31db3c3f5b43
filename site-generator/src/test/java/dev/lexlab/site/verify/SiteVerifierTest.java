package dev.lexlab.site.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SiteVerifierTest {
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @Test
    void whatLeadsSomewhereIsFine() {
        page("index.html", "<a href='a/b.html#here'>x</a><a href='https://example.org/'>x</a><img src='a/p.svg'>");
        page("a/b.html", "<h2 id='here'>x</h2><a href='../index.html'>x</a><a href='#here'>x</a>");
        page("a/p.svg", "");

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsLinksImagesAndAnchorsThatLeadNowhere() {
        page("index.html", "<a href='b.html'>x</a><a href='#none'>x</a><img src='p.svg'><a href='a/c.html#none'>x</a>");
        page("a/c.html", "<link href='theme.css'>");

        assertThat(told())
                .containsExactly(
                        "a/c.html: error: leads to 'theme.css', which is no file of the site",
                        "index.html: error: leads to '#none', and there is no such anchor",
                        "index.html: error: leads to 'a/c.html#none', and there is no such anchor",
                        "index.html: error: leads to 'b.html', which is no file of the site",
                        "index.html: error: leads to 'p.svg', which is no file of the site");
    }

    @Test
    void tellsAnIdThatStandsTwice() {
        page("index.html", "<p id='x'></p><p id='x'></p>");

        assertThat(told())
                .containsExactly(
                        "index.html: error: id 'x' stands twice in the rendered page; give the heading another name");
    }

    @Test
    void aPartThatPagesShareIsJudgedOnEachOfThem() {
        Seen part = Seen.in(Jsoup.parse(
                "<p id='x'></p><a href='b.html'>x</a><a href='#x'>x</a><script src='//example.org/x.js'></script>"));
        String page = "<p id='x'></p>";
        PageFacts facts = PageFacts.of(
                "a/c.html", Optional.empty(), Seen.in(Jsoup.parse(page)), new Folder("a/a.html").shared(List.of(part)));
        Problems problems = new Problems();

        new SiteVerifier(Set.of("a/c.html", "b.html"), Map.of("a/c.html", facts), problems).verify();

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "a/c.html: error: id 'x' stands twice in the rendered page; give the heading another name",
                        "a/c.html: error: loads '//example.org/x.js' from somebody else; keep a copy in assets",
                        "a/c.html: error: leads to 'b.html', which is no file of the site");
    }

    @Test
    void whatPagesHaveInCommonIsToldAsIfEachHadItAlone() {
        Random random = new Random(4);
        int told = 0;
        for (int round = 0; round < 500; round++) {
            String part = links(random, 3);
            Seen seen = Seen.in(Jsoup.parse(part));
            Map<String, PageFacts> sharing = new TreeMap<>();
            Map<String, PageFacts> alone = new TreeMap<>();
            Folder top = new Folder("index.html");
            Folder below = new Folder("a/b.html");
            Folder.Shared inTop = top.shared(List.of(seen));
            Folder.Shared inBelow = below.shared(List.of(seen));
            for (String path : List.of("index.html", "404.html", "a/b.html", "a/c.html")) {
                String own = "<p id='" + path.charAt(0) + "'></p>" + links(random, 2);
                Seen page = Seen.in(Jsoup.parse(own));
                sharing.put(path, PageFacts.of(path, Optional.empty(), page, path.startsWith("a/") ? inBelow : inTop));
                alone.put(path, PageFacts.of(path, "", Jsoup.parse(own + part)));
            }

            assertThat(told(sharing)).as(part).isEqualTo(told(alone));
            told += told(sharing).size();
        }
        assertThat(told).isGreaterThan(1_000);
    }

    private static String links(Random random, int most) {
        List<String> addresses = List.of(
                "",
                "#a",
                "#i",
                "index.html",
                "a/c.html#a",
                "../index.html#i",
                "b.html#i",
                "b.html",
                "c.html",
                "?",
                "%");
        StringBuilder links = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String address = addresses.get(random.nextInt(addresses.size()));
            links.append("<a href='").append(address).append("'>x</a>");
        }
        return links.toString();
    }

    private static List<Problem> told(Map<String, PageFacts> pages) {
        Problems problems = new Problems();
        new SiteVerifier(pages.keySet(), pages, problems).verify();
        return problems.sorted();
    }

    @Test
    void anAuthorsTextOffersAnchorsAndWhatWasMovedLeadsNowhereOfItsOwn() {
        Seen seen = Seen.in(
                Jsoup.parse(
                        "<h2 id='ours'></h2><div class='prose'><h2 id='theirs'></h2></div><h2 id='ours-too'></h2>"
                                + "<ul class='moved' id='gone'><li class='moved'><a href='new.html'>x</a></li></ul><a href='y.html'>y</a>"));

        assertThat(seen.offered()).containsExactly("theirs");
        assertThat(seen.moved()).containsExactly("gone");
        assertThat(seen.written()).containsExactly("y.html");
    }

    @Test
    void tellsPathsThatAreOneFileOnSomeMachines() {
        page("A.html", "");
        page("a.html", "");

        assertThat(told())
                .containsExactly("a.html: error: and 'A.html' are one file on some machines; rename one of them");
    }

    private void page(String path, String html) {
        files.put(path, html.getBytes(UTF_8));
    }

    private List<String> told() {
        Problems problems = new Problems();
        SortedMap<String, PageFacts> pages = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                String html = new String(bytes, UTF_8);
                pages.put(path, PageFacts.of(path, html, Jsoup.parse(html)));
            }
        });
        new SiteVerifier(files.keySet(), pages, problems).verify();
        return problems.sorted().stream().map(Problem::toString).toList();
    }
}
