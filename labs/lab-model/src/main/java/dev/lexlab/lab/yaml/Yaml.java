package dev.lexlab.lab.yaml;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The door: YAML 1.2 text to a {@link YamlMap}. */
public final class Yaml {

    private Yaml() {}

    /**
     * Reads a file that holds one mapping.
     *
     * @param file its name in messages
     * @param linesAbove lines of the file that stand above {@code text}; 0 for a file of YAML alone
     * @return empty where it cannot be read, which is then among the problems
     */
    public static Optional<YamlMap> read(String file, String text, int linesAbove, Problems problems) {
        YamlMap.Source source = new YamlMap.Source(file, linesAbove, problems);
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            Node node = new Compose(settings).composeString(text).orElse(null);
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(source, mapping));
            }
            problems.add(Place.of(file, linesAbove + 1), "there are no 'key: value' lines here", "");
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(source::place).orElse(Place.of(file));
            problems.add(
                    place, "this is not YAML: " + e.getProblem(), "quote values that hold ': ' or begin with a sign");
        } catch (YamlEngineException e) {
            problems.add(Place.of(file), "this is not YAML: " + e.getMessage(), "");
        }
        return Optional.empty();
    }
}
