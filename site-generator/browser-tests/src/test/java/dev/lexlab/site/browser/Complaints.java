package dev.lexlab.site.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What must never happen on a page of ours: an error or warning on the console (breaches of the content security policy and files
 * that are not there are told there), a script that throws, a request to anybody else.
 */
final class Complaints {
    private static final String TELL_BREACHES = """
            document.addEventListener("securitypolicyviolation", function (breach) {
              console.error("policy breached: " + breach.violatedDirective + " by " + breach.blockedURI);
            });
            """;

    private final List<String> noted = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /**
     * Notes what happens on all pages of a context.
     *
     * @param origin what requests may begin with
     */
    void listenTo(BrowserContext context, String origin) {
        context.addInitScript(TELL_BREACHES);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> noted.add("uncaught: " + error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
                noted.add("request to somebody else: " + request.url());
            }
        });
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            noted.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    /** For what a test provokes: a complaint that holds this text is none, and must come. */
    void expect(String text) {
        expected.add(text);
    }

    void failIfAny() {
        List<String> unexpected = noted.stream()
                .filter(line -> expected.stream().noneMatch(line::contains))
                .toList();
        if (!unexpected.isEmpty()) {
            throw new AssertionError("the browser complains:\n  " + String.join("\n  ", unexpected));
        }
        List<String> missing = expected.stream()
                .filter(text -> noted.stream().noneMatch(line -> line.contains(text)))
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("the browser should have complained: " + missing);
        }
    }
}
