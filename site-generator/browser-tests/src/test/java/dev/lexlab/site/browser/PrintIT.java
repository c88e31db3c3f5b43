package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;

@InBrowser
class PrintIT {
    private static final String PAGE = "containers/process.html";

    @Test
    void theDefinitionOfEveryLinkedTermStandsAtTheEnd(Reader reader) {
        Page page = printed(reader.atDesk());
        List<String> linked = page.locator("main a[data-term]").all().stream()
                .map(term -> String.valueOf(term.getAttribute("data-term")))
                .distinct()
                .toList();

        assertThat(linked).hasSizeGreaterThan(3);
        for (String term : linked) {
            Locator card = page.locator("#lx-card-" + term);
            assertThat(card).isVisible();
            assertThat(card).hasCSS("position", "static");
            assertThat(card.locator("strong").innerText()).isNotBlank();
            assertThat(card.locator("p").innerText()).isNotBlank();
        }
        assertThat(page.locator(".card:visible").count()).isEqualTo(linked.size());
    }

    @Test
    void theListHasATitleAndItsEntriesALetterEach(Reader reader) {
        Page page = printed(reader.atDesk());

        assertThat(before(page.locator(".cards"))).isEqualTo("\"Terms on this page\"");
        assertThat(before(page.locator(".card").first())).contains("counter(card, upper-alpha)");
        assertThat(page.locator(".card").first()).hasCSS("counter-increment", "card 1");
    }

    @Test
    void anOpenCardTakesItsPlaceInTheList(Reader reader) {
        Page page = reader.on(Device.PHONE).open(PAGE);
        Locator term = page.locator(".prose a.term").first();
        Locator card = page.locator("#lx-card-" + term.getAttribute("data-term"));
        term.tap();
        assertThat(card).isVisible();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(card).hasCSS("position", "static");
        assertThat(card.locator(".card-more")).isHidden();
    }

    @Test
    void whatIsForTheScreenIsNotPrinted(Reader reader) {
        Page page = printed(reader.atDesk());

        for (String screenOnly : List.of(".bar", ".side", ".toc", ".crumbs", ".pager", ".foot", "button")) {
            assertThat(page.locator(screenOnly + ":visible")).hasCount(0);
        }
    }

    @Test
    void paperIsWhiteWhateverTheScreenIs(Reader reader) {
        Page page = printed(reader.atDesk().in(ColorScheme.DARK));

        assertThat(page.locator("html")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(page.locator("html")).hasCSS("color", "rgb(0, 0, 0)");
    }

    @Test
    void definitionsArePrintedWithoutScriptToo(Reader reader) {
        Page page = printed(reader.atDesk().withoutScript());

        assertThat(page.locator(".card").first()).isVisible();
    }

    private static Page printed(Reader.Visit visit) {
        Page page = visit.open(PAGE);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return page;
    }

    private static String before(Locator element) {
        return String.valueOf(element.evaluate("element => getComputedStyle(element, '::before').content"));
    }
}
