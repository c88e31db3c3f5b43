package dev.lexlab.site.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TrimTest {

    @Test
    void waysAroundAndWhatScriptsFillAreLeftOut() {
        is(
                "<nav>n</nav><nav>m</nav><p>a<button>b</button><a class='fine footnote-back' href=x>c</a> d</p>"
                        + "<div class=cards>e</div><section class='part progress'>f</section><p hidden>g</p>"
                        + "<svg aria-hidden=true></svg><div class=mapped>h</div>",
                "<p>a d</p><div class=\"mapped\">h</div>");
    }

    @Test
    void whatALineIsStandsInAWordOfItsOwn() {
        is(
                "<p><b class=myth-tag>a</b> b</p><p class=first><span>c</span> <b><span>d</span></b></p>",
                "<p><dfn class=\"myth-tag\">a</dfn> b</p><p class=\"first\"><dfn>c</dfn> <b><span>d</span></b></p>");
    }

    @Test
    void aPictureIsItsLabel() {
        is(
                "<p><span role=img aria-label='3 of 4'><i>x</i></span><i role=note aria-label=y>z</i></p>",
                "<p><span role=\"img\" aria-label=\"3 of 4\">3 of 4</span><i role=\"note\" aria-label=\"y\">z</i></p>");
    }

    @Test
    void linksLeadElsewhereOrAreTheirWordsWhichAreTrimmedAsWell() {
        is(
                "<p><a href=#a>b</a> <a href=c>d</a><a href=#e><i>f</i><button>g</button></a><button>h</button><a href=i>j</a></p>",
                "<p>b <a href=\"to-c\">d</a><i>f</i><a href=\"to-i\">j</a></p>");
        is("<p><a href=#a></a><button>b</button>c</p>", "<p>c</p>");
    }

    private static void is(String html, String trimmed) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        new Trim(written -> written.startsWith("#") ? "" : "to-" + written).trim(page.body());
        assertThat(page.body().html()).isEqualTo(trimmed);
    }
}
