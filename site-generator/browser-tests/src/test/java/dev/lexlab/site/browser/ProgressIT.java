package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** A learner's own results on the pages of labs. */
@InBrowser
class ProgressIT {
    private static final String TASK = "postgres/rules-in-the-schema";

    @Test
    void whatWasPassedIsShownOnEveryPageOfTheLabAndStays(Reader reader) {
        Page page = reader.atDesk().open("labs/index.html");
        choose(page, file("result.json", result("PASSED", "FAILED")));
        assertThat(page.locator(".progress [role=status]")).hasText("Taken: " + TASK + ".");
        assertThat(page.locator("[data-task='" + TASK + "'] .badge")).hasText("1 of 2 checks pass, 1 of 3 points");

        reader.go(page, "labs/" + TASK + ".html");

        assertThat(page.locator("[data-check=valid-accepted] .badge")).hasText("passed");
        assertThat(page.locator("[data-check=values-refused] .badge")).hasText("not yet");
        assertThat(Axe.on(page).violations()).isEmpty();
    }

    @Test
    void aNewerResultTakesThePlaceOfTheOlder(Reader reader) {
        Page page = reader.atDesk().open("labs/postgres/index.html");
        choose(page, file("old.json", result("PASSED", "FAILED")));
        assertThat(page.locator("[data-task] .badge")).containsText("1 of 2");

        choose(page, file("new.json", result("PASSED", "PASSED")));

        assertThat(page.locator("[data-task] .badge")).hasText("passed");
    }

    @Test
    void whatIsNoResultIsRefusedByNameAndNothingIsLost(Reader reader) {
        Page page = reader.atDesk().fromDisk().open("labs/index.html");
        choose(page, file("result.json", result("PASSED", "PASSED")));
        assertThat(page.locator("[data-task='" + TASK + "'] .badge")).hasText("passed");

        choose(
                page,
                file("notes.json", "no json"),
                file("other.json", "{\"schema\": \"else/v1\"}"),
                file("hostile.json", result("<img src=x onerror=alert(1)>", "PASSED")));

        assertThat(page.locator(".progress [role=status]")).containsText("notes.json was not taken: it is no JSON.");
        assertThat(page.locator(".progress [role=status]"))
                .containsText("other.json was not taken: it is no result of ./lexlab check");
        assertThat(page.locator(".progress [role=status]"))
                .containsText("hostile.json was not taken: it is not whole.");
        assertThat(page.locator("[data-task='" + TASK + "'] .badge")).hasText("passed");
    }

    @Test
    void itCanBeForgotten(Reader reader) {
        Page page = reader.atDesk().open("labs/index.html");
        choose(page, file("result.json", result("PASSED", "PASSED")));
        assertThat(page.locator(".badge")).hasCount(1);

        page.locator(".progress .forget").click();

        assertThat(page.locator(".badge")).hasCount(0);
        page.reload();
        assertThat(page.locator(".progress")).isVisible();
        assertThat(page.locator(".badge")).hasCount(0);
        assertThat(page.evaluate("localStorage.getItem('lexlab-progress')")).isEqualTo("{}");
    }

    private static void choose(Page page, FilePayload... files) {
        page.locator("#lx-results").setInputFiles(files);
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/json", text.getBytes(UTF_8));
    }

    private static String result(String first, String second) {
        return """
                {"schema": "lexlab/result/v1", "grade": {"lab": "postgres", "task": "rules-in-the-schema", "checks": [
                  {"id": "valid-accepted", "verdict": "%s", "points": %d, "maximum": 1},
                  {"id": "values-refused", "verdict": "%s", "points": %d, "maximum": 2}]}}
                """.formatted(first, first.equals("PASSED") ? 1 : 0, second, second.equals("PASSED") ? 2 : 0);
    }
}
