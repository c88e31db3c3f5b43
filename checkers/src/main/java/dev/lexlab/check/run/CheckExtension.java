package dev.lexlab.check.run;

import dev.lexlab.check.author.Check;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Between Jupiter and one {@link Grading}, which it finds in the session's store. Public, and named in a service file,
 * because Jupiter makes it; switched on by {@link Grader} alone.
 */
public final class CheckExtension
        implements ExecutionCondition, BeforeEachCallback, ParameterResolver, InvocationInterceptor {
    static final String STORE = "dev.lexlab.check";
    /** Configuration parameter with the name under which the store holds the grading. */
    static final String GRADING = "lexlab.grading";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> grading(context).skips(id(method)))
                .map(ConditionEvaluationResult::disabled)
                .orElse(ConditionEvaluationResult.enabled("it is to run"));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        try {
            grading(context).begin(id(context.getRequiredTestMethod()), context.getRequiredTestInstance());
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return grading(context)
                .inject(GraderClass.wanted(parameter.getParameter()), id(context.getRequiredTestMethod()));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        grading(context).run(invocation::proceed);
    }

    /** The check a method binds to, or empty: then no grading knows it. */
    static String id(Method method) {
        Check check = method.getAnnotation(Check.class);
        return check == null ? "" : check.value();
    }

    private static Grading grading(ExtensionContext context) {
        String name = context.getConfigurationParameter(GRADING).orElse("");
        Grading grading = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(STORE))
                .get(name, Grading.class);
        if (grading == null) {
            throw new IllegalStateException("checks run through ./lexlab check alone");
        }
        return grading;
    }
}
