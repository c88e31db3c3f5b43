package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as an author uses it: a program of its own, a page that is open, files that are saved. */
@InBrowser
class LiveSiteIT {
    private static final String LID = "content/box/terms/lid.md";

    @TempDir
    static Path folder;

    private static SmallCourse course;
    private static ServeProgram program;

    @BeforeAll
    static void serve() throws IOException {
        course = SmallCourse.begin(folder);
        course.term(LID, "Lid", "A lid closes a box.", "It is not there yet.");
        course.term("content/box/index.md", "Box", "A box holds things.", "A box has a [[lid]].");
        program = ServeProgram.start(folder);
    }

    @BeforeEach
    void nothingIsWrong() throws IOException {
        course.term(LID, "Lid", "A lid closes a box.", "It is flat.");
    }

    @AfterAll
    static void end() {
        program.end();
    }

    @Test
    void aSaveIsSeenWithoutReloadingByHand(Reader reader) throws IOException {
        Page page = reader.atDesk().at(program.address()).open("box/lid.html");
        assertThat(page.locator(".prose")).hasText("It is flat.");

        course.term(LID, "Lid", "A lid closes a box.", "It is round.");

        assertThat(page.locator(".prose")).hasText("It is round.");
    }

    @Test
    void aSaveBetweenAPageAndItsLineToTheServerIsSeen(Reader reader) {
        Page page = reader.atDesk().at(program.address()).begin();
        page.route("**/_lexlab/events", line -> {
            saved("It is square.");
            page.unroute("**/_lexlab/events");
            line.resume();
        });

        page.navigate(program.address() + "box/lid.html");

        assertThat(page.locator(".prose")).hasText("It is square.");
    }

    /** Returns when the server has it. */
    private static void saved(String text) {
        try {
            course.term(LID, "Lid", "A lid closes a box.", text);
            Instant end = Instant.now().plusMillis((long) Chromium.PATIENCE);
            while (!served("box/lid.html").contains(text)) {
                assertThat(Instant.now()).as("what was saved is not served").isBefore(end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String served(String page) throws IOException {
        try (InputStream in = URI.create(program.address() + page).toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void aMistakeIsShownOverThePageUntilItIsMended(Reader reader) throws IOException {
        Page page = reader.atDesk().at(program.address()).open("box/lid.html");
        Locator problems = page.locator("#lx-problems");
        assertThat(page.locator(".prose")).hasText("It is flat.");

        course.term(LID, "Lid", "A lid closes a box.", "See [[hinge]].");
        assertThat(problems).containsText("1 problem");
        assertThat(problems).containsText(LID + ":7:");
        assertThat(problems).containsText("hinge");
        assertThat(Axe.on(page).violations()).isEmpty();

        course.term(LID, "Lid", "A lid closes a box.", "It is mended.");
        assertThat(page.locator(".prose")).hasText("It is mended.");
        assertThat(problems).isHidden();
    }

    @Test
    void cardsOpenThereToo(Reader reader) {
        Page page = reader.atDesk().at(program.address()).open("box/index.html");

        page.locator(".prose a.term").hover();

        assertThat(page.locator("#lx-card-lid")).isVisible();
    }
}
