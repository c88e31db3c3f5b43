package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What all pages have in common: their frame, and what its few controls do. */
@InBrowser
class PagesIT {

    @Test
    void noPageScrollsSidewaysOnAPhoneOrMakesTheBrowserComplain(Reader reader, BuiltSite site) {
        Page page = reader.on(Device.PHONE).begin();
        for (String name : site.pages()) {
            reader.go(page, name);
            Object excess =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(excess).as("%s: wider than the screen by", name).isEqualTo(0);
        }
    }

    @Test
    void aPageLoadsOnlyWhatItsHtmlNames(Reader reader) {
        Page page = reader.atDesk().begin();
        Set<String> loaded = new TreeSet<>();
        page.onRequest(request -> loaded.add(request.url()));

        reader.go(page, PageKind.TERM.example());
        page.waitForLoadState(LoadState.NETWORKIDLE);

        Object named = page.evaluate("""
                [location.href].concat(Array.from(
                  document.querySelectorAll("link[rel~=stylesheet], script[src], img[src]"),
                  element => element.href || element.src))
                """);
        loaded.removeIf(address -> address.endsWith("/favicon.svg")); // asked for by browsers with a window
        assertThat((List<?>) named).map(String::valueOf).containsAll(loaded);
        assertThat(loaded).hasSizeGreaterThan(3);
    }

    @Test
    void theFirstTabOffersToSkipToTheText(Reader reader) {
        Page page = reader.atDesk().open("containers/process.html");

        page.keyboard().press("Tab");
        assertThat(page.locator("a.skip")).isFocused();
        assertThat(page.locator("a.skip")).isInViewport();
        page.keyboard().press("Enter");

        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void theMenuOfAPhoneOpensClosesAndLeadsOn(Reader reader) {
        Page page = reader.on(Device.PHONE).open("containers/process.html");
        Locator menu = page.locator("nav.side");

        page.locator("button.menu").tap();
        assertThat(menu).isVisible();
        page.keyboard().press("Escape");
        assertThat(menu).isHidden();
        page.locator("button.menu").tap();
        menu.getByText("Myths").tap();

        assertThat(page.locator("h1")).hasText("Myths");
    }

    @Test
    void aMissingPageLeadsBackFromWhereverItWasAskedFor(Reader reader) {
        reader.expectsComplaint("status of 404");
        Page page = reader.atDesk().begin();

        Response response = reader.go(page, "no/such/page.html");
        assertThat(response.status()).isEqualTo(404);
        assertThat(page.locator("html")).hasCSS("color-scheme", "light");
        page.locator("main").getByText("glossary").click();

        assertThat(page.locator("h1")).hasText("Glossary");
    }

    @Test
    void theGlossaryIsFilteredWhileSomebodyTypes(Reader reader) {
        Page page = reader.atDesk().open("glossary.html");
        Locator entries = page.locator(".entry:visible");
        int all = entries.count();

        page.getByLabel("Filter").fill("namespace");
        assertThat(entries.first()).containsText("amespace");
        assertThat(entries.count()).isLessThan(all);
        page.getByLabel("Filter").press("Escape");

        assertThat(entries).hasCount(all);
    }

    @Test
    void copyTakesWhatIsTypedAndNotThePrompt(Reader reader) {
        Page page = reader.atDesk().open(PageKind.TASK.example());
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Locator command = page.locator(".command").first();

        command.locator(".copy").click();
        assertThat(command.locator(".copy")).hasText("Copied");

        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("./lexlab start postgres");
    }
}
