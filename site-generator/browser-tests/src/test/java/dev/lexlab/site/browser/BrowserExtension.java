package dev.lexlab.site.browser;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Reader} in the one browser, and looks afterwards what the browser complained about. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    static final String LACKING = "there is no Chromium for the browser tests -> ./lexlab setup --for-tests";

    private static final Namespace SHARED = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return condition(Chromium.find(System.getenv()), System.getenv(), line -> tellOnce(context, line));
    }

    /** Without a browser: not run where somebody may do without, failed where all must be seen. */
    static ConditionEvaluationResult condition(
            Optional<Path> program, Map<String, String> environment, Consumer<String> tell) {
        if (program.isPresent()) {
            return ConditionEvaluationResult.enabled("driven: " + program.get());
        }
        if ("true".equals(environment.get("CI"))) {
            throw new IllegalStateException(LACKING);
        }
        tell.accept("browser tests are skipped: " + LACKING);
        return ConditionEvaluationResult.disabled(LACKING);
    }

    /** The reason of a skip is in the reports alone; somebody who runs the tests reads the console. */
    private static void tellOnce(ExtensionContext context, String line) {
        context.getRoot().getStore(SHARED).computeIfAbsent("told", key -> {
            System.out.println(line);
            return true;
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Reader.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Reader reader = new Reader(chromium(context).browser(), SiteExtension.site(context));
        context.getStore(SHARED).put(Reader.class, reader);
        return reader;
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(
                        Chromium.class,
                        type -> Chromium.launch(
                                Chromium.find(System.getenv()).orElseThrow(() -> new IllegalStateException(LACKING))),
                        Chromium.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Reader reader = context.getStore(SHARED).get(Reader.class, Reader.class);
        if (reader != null) {
            reader.leave();
        }
    }
}
