package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
class WithoutScriptIT {

    @ParameterizedTest
    @EnumSource
    void everyKindOfPageIsReadableAndOffersNothingThatNeedsScript(PageKind kind, Reader reader) {
        Page page = reader.atDesk().withoutScript().open(kind.example());

        assertThat(page.locator("html.js")).hasCount(0); // no script ran
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("main").innerText()).hasSizeGreaterThan(100);
        for (Locator dead :
                page.locator("button:visible, input:visible, .card:visible").all()) {
            assertThat(dead).hasAttribute("popovertarget", "lx-side"); // works by itself
        }
    }

    @Test
    void linksWork(Reader reader) {
        Page page = reader.atDesk().withoutScript().open("index.html");

        page.locator(".tile a").first().click();
        assertThat(page.locator("h1")).hasText("Docker");
        page.locator(".reading a").first().click();
        assertThat(page.locator(".definition")).isVisible();
        Locator term = page.locator(".prose a.term").first();
        String target = String.valueOf(term.getAttribute("href"));
        term.click();
        page.waitForURL(url -> url.endsWith(target.replaceFirst("^(\\.\\./)*", "")));
        assertThat(page.locator(".definition")).isVisible();
    }

    @Test
    void theMenuOfAPhoneOpens(Reader reader) {
        Page page = reader.on(Device.PHONE).withoutScript().open("containers/process.html");
        assertThat(page.locator("nav.side")).isHidden();

        page.locator("button.menu").tap();
        assertThat(page.locator("nav.side")).isVisible();
        page.locator("nav.side").getByText("Glossary").tap();

        assertThat(page.locator("h1")).hasText("Glossary");
    }

    @Test
    void hintsOpenOneInsideTheOther(Reader reader) {
        Page page = reader.atDesk().withoutScript().open(PageKind.TASK.example());
        Locator second = page.getByText("Hint 2 of 3");
        assertThat(second).isHidden();

        page.getByText("Hint 1 of 3").click();

        assertThat(second).isVisible();
    }
}
