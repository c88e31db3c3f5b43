package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages opened as files, with no server. The 404 page is a host's alone: it is shown under any address. */
@InBrowser
class FromDiskIT {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_FOUND")
    void everyKindOfPageIsStyledAndItsScriptsRun(PageKind kind, Reader reader) {
        Page page = reader.atDesk().fromDisk().open(kind.example());

        assertThat(page.locator("html.js")).hasCount(1);
        assertThat(page.locator("html")).hasCSS("color-scheme", "light");
        assertThat(page.locator("button.theme")).isVisible();
    }

    @Test
    void cardsOpenAndTheirTermsCanBeReached(Reader reader) {
        Page page = reader.atDesk().fromDisk().open("containers/process.html");
        Locator term = page.locator(".prose a.term").first();

        term.hover();
        assertThat(page.locator("#lx-card-" + term.getAttribute("data-term"))).isVisible();
        String target = String.valueOf(term.evaluate("link => link.href"));
        term.click();

        page.waitForURL(target);
        assertThat(page.locator(".definition")).isVisible();
    }
}
