package dev.lexlab.site.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * axe-core on a page that stays open. Its script is run as it is, since its builder for Playwright brings it into the page again
 * for each look, which takes longer than the look.
 */
record Axe(Page page) {
    private static final String VIOLATIONS = """
            async () => {
              const found = await axe.run(document, { resultTypes: ["violations"] });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ": " + node.html + " -> " + node.failureSummary));
            }
            """;

    static Axe on(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return new Axe(page);
    }

    /** One line for each element at fault, which begins with the rule. */
    List<String> violations() {
        return ((List<?>) page.evaluate(VIOLATIONS))
                .stream().map(String::valueOf).toList();
    }
}
