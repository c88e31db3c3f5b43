package dev.lexlab.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page, on a phone and a desk, in light and dark, and what opens on a page. */
@InBrowser
class AccessibilityIT {

    static Stream<Arguments> everyKindOnEveryDevice() {
        return Stream.of(PageKind.values())
                .flatMap(kind -> Stream.of(Device.values()).map(device -> Arguments.of(kind, device)));
    }

    @ParameterizedTest
    @MethodSource("everyKindOnEveryDevice")
    void axeFindsNothingInLightAndDark(PageKind kind, Device device, Reader reader) {
        Page page = reader.on(device).open(kind.example());
        Axe axe = Axe.on(page);

        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            assertThat(axe.violations()).as("in " + colours).isEmpty();
        }
    }

    @Test
    void axeFindsNothingInAnOpenCard(Reader reader) {
        Page page = reader.on(Device.PHONE).open(PageKind.TERM.example());
        page.locator(".prose a.term").first().tap();
        page.locator(".card:visible").waitFor();

        assertThat(Axe.on(page).violations()).isEmpty();
    }

    @Test
    void axeFindsNothingInTheOpenMenu(Reader reader) {
        Page page = reader.on(Device.PHONE).open(PageKind.TERM.example());
        page.locator("button.menu").tap();
        page.locator("nav.side").waitFor();

        assertThat(Axe.on(page).violations()).isEmpty();
    }

    @Test
    void axeFindsWhatIsWrong(Reader reader) {
        Page page = reader.atDesk().open(PageKind.HOME.example());
        page.evaluate("document.querySelector('main').appendChild(document.createElement('img'))");

        assertThat(Axe.on(page).violations()).singleElement().asString().startsWith("image-alt: <img>");
    }

    @Test
    void everyPageIsOfAKindThatIsTestedAndEveryKindIsThere(BuiltSite site) {
        Set<PageKind> kinds = EnumSet.noneOf(PageKind.class);
        site.pages().forEach(page -> kinds.add(PageKind.of(page)));

        assertThat(kinds).containsExactlyInAnyOrder(PageKind.values());
        for (PageKind kind : PageKind.values()) {
            assertThat(site.pages()).contains(kind.example());
        }
    }
}
