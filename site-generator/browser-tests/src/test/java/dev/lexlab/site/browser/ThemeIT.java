package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

@InBrowser
class ThemeIT {
    @Test
    void followsTheSystemUntilSomebodyChooses(Reader reader) {
        Page page = reader.atDesk().in(ColorScheme.DARK).open("index.html");
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

        assertThat(page.locator("html")).hasCSS("color-scheme", "light");
        assertThat(theme(page)).hasAccessibleName("Switch to the dark theme");
    }

    @Test
    void aChoiceHoldsOverPagesAndReload(Reader reader) {
        keepsItsTheme(reader.atDesk().open("index.html"));
    }

    @Test
    void aChoiceHoldsFromDiskToo(Reader reader) {
        keepsItsTheme(reader.atDesk().fromDisk().open("index.html"));
    }

    @Test
    void aChoiceCanBeTakenBackAgainstTheSystem(Reader reader) {
        Page page = reader.on(Device.PHONE).in(ColorScheme.DARK).open("glossary.html");

        theme(page).tap();
        assertThat(page.locator("html")).hasCSS("color-scheme", "light");
        assertThat(theme(page)).hasAccessibleName("Switch to the dark theme");

        theme(page).tap();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
    }

    private static void keepsItsTheme(Page page) {
        assertThat(page.locator("html")).hasCSS("color-scheme", "light");
        theme(page).click();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");

        page.locator(".bar-nav").getByText("Glossary").click();
        assertThat(page.locator("h1")).hasText("Glossary");
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");

        page.reload();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        assertThat(theme(page)).hasAccessibleName("Switch to the light theme");
    }

    private static Locator theme(Page page) {
        return page.locator("button.theme");
    }
}
