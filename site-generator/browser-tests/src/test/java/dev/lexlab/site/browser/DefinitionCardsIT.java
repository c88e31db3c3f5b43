package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** WCAG 1.4.13: dismissible, hoverable, persistent; by mouse, keyboard and touch. The page's clock is ours where time matters. */
@InBrowser
class DefinitionCardsIT {
    private static final String PAGE = "containers/process.html";
    private static final int LONG = 60_000;
    /** Longer than a card takes to open or close. */
    private static final int MOMENT = 300;

    @Test
    void opensAfterAMomentUnderTheMouse(Reader reader) {
        Page page = withOurClock(reader);
        Locator term = term(page);
        Locator card = cardOf(page, term);

        term.hover();
        page.clock().runFor(100);
        assertThat(card).isHidden();
        page.clock().runFor(MOMENT);
        assertThat(card).isVisible();
        assertThat(card.locator("strong")).not().isEmpty();
        assertThat(card.locator("p")).not().isEmpty();
    }

    @Test
    void doesNotOpenWhereTheMouseOnlyPasses(Reader reader) {
        Page page = withOurClock(reader);
        Locator term = term(page);

        term.hover();
        page.clock().runFor(100);
        page.mouse().move(1, 1);
        page.clock().runFor(LONG);

        assertThat(cardOf(page, term)).isHidden();
    }

    @Test
    void staysWhileTheMouseIsOnTheTermOrOnTheCardAndClosesAfterwards(Reader reader) {
        Page page = withOurClock(reader);
        Locator term = term(page);
        Locator card = cardOf(page, term);

        term.hover();
        page.clock().runFor(LONG);
        assertThat(card).isVisible();

        card.hover();
        page.clock().runFor(LONG);
        assertThat(card).isVisible();

        page.mouse().move(1, 1);
        page.clock().runFor(100);
        assertThat(card).isVisible();
        page.clock().runFor(MOMENT);
        assertThat(card).isHidden();
    }

    @Test
    void escapeClosesWithoutMovingTheMouse(Reader reader) {
        Page page = withOurClock(reader);
        Locator term = term(page);
        term.hover();
        page.clock().runFor(MOMENT);
        assertThat(cardOf(page, term)).isVisible();

        page.keyboard().press("Escape");

        assertThat(cardOf(page, term)).isHidden();
    }

    @Test
    void liesInsideTheWindowBesideItsTermAndNotOverIt(Reader reader) {
        Page page = withOurClock(reader);
        for (Locator term : page.locator(".prose a.term").all()) {
            term.scrollIntoViewIfNeeded();
            term.hover();
            page.clock().runFor(MOMENT);
            BoundingBox card = cardOf(page, term).boundingBox();
            BoundingBox link = term.boundingBox();
            assertThat(card.x).isGreaterThanOrEqualTo(0);
            assertThat(card.x + card.width).isLessThanOrEqualTo(Device.DESKTOP.width());
            assertThat(card.y >= link.y + link.height - 1 || card.y + card.height <= link.y + 1)
                    .as("beside '%s'", term.textContent())
                    .isTrue();
            page.keyboard().press("Escape");
            page.mouse().move(1, 1);
        }
    }

    @Test
    void focusOpensAtOnceAndEscapeClosesWithoutLosingFocus(Reader reader) {
        Page page = reader.atDesk().open(PAGE);
        Locator term = tabToTheFirstTerm(page);

        assertThat(cardOf(page, term)).isVisible();
        assertThat(term).hasAccessibleDescription(Pattern.compile("\\w+ .*\\w+"));

        page.keyboard().press("Escape");
        assertThat(cardOf(page, term)).isHidden();
        assertThat(term).isFocused();
    }

    @Test
    void closesWhenTheFocusMovesOn(Reader reader) {
        Page page = reader.atDesk().open(PAGE);
        Locator term = tabToTheFirstTerm(page);
        Locator card = cardOf(page, term);
        assertThat(card).isVisible();

        page.keyboard().press("Tab");

        assertThat(card).isHidden();
    }

    @Test
    void openedByFocusItStaysWhenTheMousePasses(Reader reader) {
        Page page = withOurClock(reader);
        Locator term = tabToTheFirstTerm(page);

        term.hover();
        page.mouse().move(1, 1);
        page.clock().runFor(LONG);

        assertThat(cardOf(page, term)).isVisible();
    }

    @Test
    void enterFollowsTheLink(Reader reader) {
        Page page = reader.atDesk().open(PAGE);
        Locator term = tabToTheFirstTerm(page);
        String target = target(term);

        page.keyboard().press("Enter");

        page.waitForURL(target);
    }

    @Test
    void theFirstTapShowsTheCardAndTheSecondFollowsTheLink(Reader reader) {
        Page page = reader.on(Device.PHONE).open(PAGE);
        Locator term = term(page);
        String here = page.url();
        String target = target(term);

        term.tap();
        assertThat(cardOf(page, term)).isVisible();
        assertThat(page).hasURL(here);

        term.tap();
        page.waitForURL(target);
    }

    @Test
    void aTappedCardLeadsToTheTermsPage(Reader reader) {
        Page page = reader.on(Device.PHONE).open(PAGE);
        Locator term = term(page);
        String target = target(term);
        term.tap();
        Locator card = cardOf(page, term);

        card.locator("p").tap();
        assertThat(card).isVisible();

        card.getByRole(AriaRole.LINK).tap();
        page.waitForURL(target);
    }

    @Test
    void aTapElsewhereClosesTheCard(Reader reader) {
        Page page = reader.on(Device.PHONE).open(PAGE);
        Locator term = term(page);
        term.tap();
        assertThat(cardOf(page, term)).isVisible();

        page.locator("h1").tap();

        assertThat(cardOf(page, term)).isHidden();
    }

    @Test
    void aTapOnAnotherTermShowsItsCardInstead(Reader reader) {
        Page page = reader.on(Device.PHONE).open(PAGE);
        Locator first = term(page);
        Locator other = page.locator(".prose a.term").last();
        first.tap();
        assertThat(cardOf(page, first)).isVisible();

        other.tap();

        assertThat(cardOf(page, other)).isVisible();
        assertThat(cardOf(page, first)).isHidden();
    }

    @Test
    void aTappedCardStaysWhenThePhoneHidesItsAddressBarAndClosesWhenItIsTurned(Reader reader) {
        Page page = reader.on(Device.PHONE).open(PAGE);
        Locator term = term(page);
        term.tap();
        assertThat(cardOf(page, term)).isVisible();
        page.evaluate("window.resizes = 0; addEventListener('resize', () => window.resizes++)");

        page.setViewportSize(Device.PHONE.width(), Device.PHONE.height() - 56);
        page.waitForFunction("window.resizes > 0");
        assertThat(cardOf(page, term)).isVisible();
        page.setViewportSize(Device.PHONE.height(), Device.PHONE.width());

        assertThat(cardOf(page, term)).isHidden();
    }

    @Test
    void opensOnATaskPageToo(Reader reader) {
        Page page = reader.atDesk().open(PageKind.TASK.example());
        Locator term = page.locator("main a.term").first();
        term.hover();

        assertThat(cardOf(page, term)).isVisible();
    }

    private static Page withOurClock(Reader reader) {
        Page page = reader.atDesk().begin();
        page.clock().install(new Clock.InstallOptions().setTime(0));
        reader.go(page, PAGE);
        page.clock().pauseAt(LONG * 60L); // from here on time passes only when the test says so
        return page;
    }

    private static Locator term(Page page) {
        return page.locator(".prose a.term").first();
    }

    private static Locator cardOf(Page page, Locator term) {
        return page.locator("#lx-card-" + term.getAttribute("data-term"));
    }

    private static String target(Locator term) {
        return String.valueOf(term.evaluate("link => link.href"));
    }

    private static Locator tabToTheFirstTerm(Page page) {
        Locator term = term(page);
        // From the link before it, by key: only then is the focus one that was moved by key.
        term.evaluate("""
                link => {
                  const stops = Array.from(document.querySelectorAll("a[href], button:not([hidden])"))
                    .filter(stop => stop.checkVisibility());
                  stops[stops.indexOf(link) - 1].focus();
                }
                """);
        page.keyboard().press("Tab");
        assertThat(term).isFocused();
        return term;
    }
}
