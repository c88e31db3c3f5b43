package dev.lexlab.lab.problem;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Somebody's files cannot be used as they are; the answer of the command is no (exit 1), not a crash. */
public final class ProblemsFound extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemsFound(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
