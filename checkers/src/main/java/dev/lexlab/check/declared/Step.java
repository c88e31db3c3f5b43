package dev.lexlab.check.declared;

import dev.lexlab.lab.problem.Place;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step of a check.
 *
 * @param on a sandbox, helper, server or link of the task
 * @param isLearners whether learners' programs run there
 * @param within how long to look for it; zero is one look
 * @param otherwise the first that fits is told; empty where the step only arranges something
 */
record Step(
        Place place,
        String on,
        boolean isLearners,
        Action action,
        Expectation expect,
        Duration within,
        List<Otherwise> otherwise) {

    Step {
        otherwise = List.copyOf(otherwise);
    }

    Stream<Template> templates() {
        return Stream.of(
                        action.templates(),
                        expect.templates(),
                        otherwise.stream().flatMap(Otherwise::templates))
                .flatMap(texts -> texts);
    }
}
