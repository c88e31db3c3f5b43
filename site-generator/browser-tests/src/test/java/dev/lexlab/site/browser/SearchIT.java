package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Search as somebody uses it: opened by key, by mouse and by touch, on a host and from disk. */
@InBrowser
class SearchIT {

    @Test
    void aTermIsFoundByItsOtherName(Reader reader) {
        Page page = reader.atDesk().open("index.html");
        search(page, "PID 1");

        assertThat(results(page).first()).containsText("Init");
    }

    @Test
    void aTypingErrorIsForgivenAndSaid(Reader reader) {
        Page page = reader.atDesk().open("tunnel/webhook.html");
        search(page, "vacum");

        assertThat(results(page).first()).containsText("VACUUM");
        assertThat(page.locator("dialog [role=status]")).containsText("vacum");
    }

    @Test
    void theKeyboardAloneOpensChoosesAndGoesThere(Reader reader) {
        Page page = reader.atDesk().open("containers/process.html");
        page.keyboard().press("/");
        assertThat(field(page)).isFocused();
        page.keyboard().type("write-ahead");
        assertThat(results(page).first()).hasAttribute("aria-selected", "true");

        page.keyboard().press("ArrowDown");
        assertThat(results(page).nth(1)).hasAttribute("aria-selected", "true");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/postgres/wal\\.html.*"));
        assertThat(page.locator("h1")).hasText("Write-ahead log");
    }

    @Test
    void escapeClosesItAndGivesTheFocusBack(Reader reader) {
        Page page = reader.atDesk().open("glossary.html");
        page.locator("button.search-open").click();
        assertThat(field(page)).isFocused();

        page.keyboard().press("Escape");

        assertThat(page.locator("dialog")).isHidden();
        assertThat(page.locator("button.search-open")).isFocused();
    }

    @Test
    void whatIsNotThereIsSaidWithTheNearestTerm(Reader reader) {
        Page page = reader.atDesk().open("index.html");
        search(page, "wla");

        assertThat(page.locator("dialog")).containsText("Nothing found");
        page.locator("dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("WAL"))
                .click();
        assertThat(results(page).first()).containsText("Write-ahead log");
    }

    @Test
    void resultsCanBeNarrowedToAConcept(Reader reader) {
        Page page = reader.atDesk().open("index.html");
        search(page, "message");
        assertThat(results(page).first()).isVisible();
        Locator tunnels = page.locator("dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Tunnels")));

        tunnels.click();

        assertThat(tunnels).hasAttribute("aria-pressed", "true");
        assertThat(results(page).first()).containsText("Tunnels");
        assertThat(results(page).allInnerTexts())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result).doesNotContain("\nRabbitMQ\n", "\nContainers\n"));
    }

    @Test
    void itWorksFromDiskAndByTouch(Reader reader) {
        Page page = reader.on(Device.PHONE).fromDisk().open("labs/index.html");
        page.locator("button.search-open").tap();
        field(page).fill("cgroup");

        results(page).first().tap();

        page.waitForURL(Pattern.compile(".*/containers/cgroup\\.html.*"));
        assertThat(page.locator("h1")).hasText("cgroup");
    }

    @Test
    void anAddressCanAskForIt(Reader reader) {
        Page page = reader.atDesk().open("index.html?q=planner");

        assertThat(results(page).first()).containsText("Planner");
    }

    @Test
    void nothingOfItIsLoadedBeforeItIsWanted(Reader reader) {
        Page page = reader.atDesk().open("index.html");
        assertThat(page.locator("script[src*='search']")).hasCount(0);

        search(page, "lock");

        assertThat(page.locator("script[src*='search-index']")).hasCount(1);
    }

    @Test
    void axeFindsNothingInItsResultsInLightAndDark(Reader reader) {
        for (Device device : Device.values()) {
            Page page = reader.on(device).open("index.html");
            search(page, "lokc wait");
            assertThat(results(page).first()).isVisible();
            Axe axe = Axe.on(page);
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                assertThat(axe.violations()).as(device + " in " + colours).isEmpty();
            }
        }
    }

    private static void search(Page page, String words) {
        page.locator("button.search-open").click();
        field(page).fill(words);
    }

    private static Locator field(Page page) {
        return page.locator("dialog [role=combobox]");
    }

    private static Locator results(Page page) {
        return page.locator("dialog [role=option]");
    }
}
