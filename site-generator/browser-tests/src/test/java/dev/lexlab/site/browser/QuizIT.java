package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The questions of the page of myths. */
@InBrowser
class QuizIT {

    @Test
    void anAnswerIsJudgedAndTellsHowToSeeForOneself(Reader reader) {
        asks(reader.atDesk().open("myths.html"));
    }

    @Test
    void itAsksFromDiskToo(Reader reader) {
        asks(reader.atDesk().fromDisk().open("myths.html"));
    }

    private static void asks(Page page) {
        Locator right = page.locator("[data-quiz]").nth(0);
        Locator wrong = page.locator("[data-quiz]").nth(1);
        assertThat(right.locator(".myth-see")).isHidden();
        assertThat(right.locator(".myth-truth")).isHidden();

        right.locator("[data-right=true]").click();
        wrong.locator("[data-right=false]").click();

        assertThat(right.locator(".quiz-says")).hasText("Right. The other is the myth.");
        assertThat(right.locator(".myth-see")).isVisible();
        assertThat(wrong.locator(".quiz-says")).hasText("That is the myth. The other is so.");
        assertThat(page.locator(".score")).containsText("1 right of 2 answered");
    }

    @Test
    void answersHoldUntilSomebodyStartsAgain(Reader reader) {
        Page page = reader.on(Device.PHONE).open("myths.html");
        page.locator("[data-quiz]").first().locator("[data-right=true]").tap();
        page.reload();
        assertThat(page.locator(".score")).containsText("1 right of 1 answered");
        assertThat(page.locator("[data-quiz]").first().locator("[data-right=true]"))
                .hasAttribute("aria-pressed", "true");
        assertThat(Axe.on(page).violations()).isEmpty();

        page.locator(".score button").tap();

        assertThat(page.locator(".score")).containsText("questions. Choose what is right");
        assertThat(page.locator("[data-quiz]").first().locator("[data-right=true]"))
                .isEnabled();
    }

    @Test
    void theKeyboardAnswers(Reader reader) {
        Page page = reader.atDesk().open("myths.html");
        page.locator(".quiz-option").first().focus();

        page.keyboard().press("Enter");

        assertThat(page.locator(".score")).containsText("of 1 answered");
    }

    @Test
    void withoutScriptsAllIsTold(Reader reader) {
        Page page = reader.atDesk().withoutScript().open("myths.html");

        assertThat(page.locator(".myth-truth").first()).isVisible();
        assertThat(page.locator(".myth-see").first()).isVisible();
        assertThat(page.locator(".quiz-option").first()).isHidden();
    }
}
