package dev.lexlab.check.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A Dockerfile that may be built.
 *
 * @param text each base stands there by its exact tag; lines are where they were
 */
public record Dockerfile(String text, List<Instruction> instructions) {

    /**
     * One instruction.
     *
     * @param line its first, from 1
     * @param lastLine as far as backslashes carry it
     * @param name in capitals
     */
    public record Instruction(int line, int lastLine, String name) {
        boolean isStage() {
            return name.equals("FROM");
        }
    }

    public Dockerfile {
        instructions = List.copyOf(instructions);
    }

    /**
     * As it is built: all that the engine makes of it, from the first step of every stage on, carries the labels. Labels that an
     * engine is given beside a Dockerfile come last and one by one, and nothing that was made before tells whose it is.
     *
     * @param labels names and values without blanks and quotes
     */
    public String labelled(Map<String, String> labels) {
        StringBuilder label = new StringBuilder("LABEL");
        new TreeMap<>(labels)
                .forEach((name, value) ->
                        label.append(' ').append(name).append('=').append(value));
        List<String> lines = new ArrayList<>(text.lines().toList());
        int added = 0;
        for (Instruction instruction : instructions) {
            if (instruction.isStage()) {
                lines.add(instruction.lastLine() + added++, label.toString());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Where the first instruction of a kind stands. */
    public OptionalInt first(String name) {
        return instructions.stream()
                .filter(instruction -> instruction.name().equals(name))
                .mapToInt(Instruction::line)
                .findFirst();
    }

    /** The line of the engine's step in the labelled text, as its author wrote it; 1 where it never began one. */
    public int line(int step) {
        int steps = 0;
        for (Instruction instruction : instructions) {
            steps += instruction.isStage() ? 2 : 1;
            if (step >= 1 && step <= steps) {
                return instruction.line();
            }
        }
        return 1;
    }
}
