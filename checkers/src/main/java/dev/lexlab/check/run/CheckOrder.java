package dev.lexlab.check.run;

import static java.util.Comparator.comparingInt;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** The order of {@code lab.yml}, which {@link Grader} hands over. Public because Jupiter makes it. */
public final class CheckOrder implements MethodOrderer {
    static final String IDS = "lexlab.checks";

    @Override
    public void orderMethods(MethodOrdererContext context) {
        List<String> ids =
                List.of(context.getConfigurationParameter(IDS).orElse("").split(","));
        context.getMethodDescriptors().sort(comparingInt(method -> ids.indexOf(CheckExtension.id(method.getMethod()))));
    }
}
