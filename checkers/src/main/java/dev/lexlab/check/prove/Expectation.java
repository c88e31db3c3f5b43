package dev.lexlab.check.prove;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a fixture declares.
 *
 * @param file the declaration, absolute
 * @param place the same for people
 * @param verdicts of every check of the task, in its order
 * @param diagnosis what the first check that does not pass must recognise
 * @param shows what the command that shows the symptom prints here and not with the solution
 * @param lacks what it prints with the solution and not here
 * @param says part of what is told about the first check that does not pass
 * @param because why a starter cannot be read
 */
public record Expectation(
        Path file,
        Place place,
        Map<String, Verdict> verdicts,
        Optional<String> diagnosis,
        Optional<Shown> shows,
        Optional<Shown> lacks,
        Optional<String> says,
        Optional<String> because) {

    public Expectation {
        verdicts = new LinkedHashMap<>(verdicts);
    }

    boolean saysWhatIsShown() {
        return shows.isPresent() || lacks.isPresent();
    }
}
