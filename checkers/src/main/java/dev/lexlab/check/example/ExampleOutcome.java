package dev.lexlab.check.example;

import dev.lexlab.lab.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of one example.
 *
 * @param problems where it did not do what it shows
 * @param fault why nobody knows, which is then no fault of the example's
 */
public record ExampleOutcome(Example of, List<Problem> problems, Optional<String> fault, long milliseconds) {
    public ExampleOutcome {
        problems = List.copyOf(problems);
    }

    /** Whether it did all that it shows. */
    public boolean isAsShown() {
        return problems.isEmpty() && fault.isEmpty();
    }
}
