package dev.lexlab.lab.yaml;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The door: YAML 1.2 text to a {@link YamlMap}. */
public final class Yaml {

    private static final String NO_BLOCK = "a block of '- key: value' lines belongs here";

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
        return compose(source, text, Optional.<YamlMap>empty(), node -> {
            if (node.isPresent() && node.get() instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(source, mapping));
            }
            problems.add(Place.of(file, linesAbove + 1), "there are no 'key: value' lines here", "");
            return Optional.empty();
        });
    }

    /** Reads a file that is a list of mappings; a file of nothing is an empty list. */
    public static List<YamlMap> readList(String file, String text, Problems problems) {
        YamlMap.Source source = new YamlMap.Source(file, 0, problems);
        return compose(source, text, List.<YamlMap>of(), node -> {
            List<YamlMap> maps = new ArrayList<>();
            if (node.isPresent() && node.get() instanceof SequenceNode list) {
                list.getValue().forEach(element -> addMapping(element, source, maps));
            } else {
                node.ifPresent(other -> problems.add(source.place(other), NO_BLOCK, ""));
            }
            return List.copyOf(maps);
        });
    }

    private static void addMapping(Node element, YamlMap.Source source, List<YamlMap> maps) {
        if (element instanceof MappingNode mapping) {
            maps.add(new YamlMap(source, mapping));
        } else {
            source.problems().add(source.place(element), NO_BLOCK, "");
        }
    }

    private static <T> T compose(
            YamlMap.Source source, String text, T unreadable, Function<Optional<Node>, T> readable) {
        LoadSettings settings = LoadSettings.builder().setLabel(source.file()).build();
        Optional<Node> node;
        try {
            node = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(source::place).orElse(Place.of(source.file()));
            source.problems()
                    .add(
                            place,
                            "this is not YAML: " + e.getProblem(),
                            "quote values that hold ': ' or begin with a sign");
            return unreadable;
        } catch (StackOverflowError e) {
            source.problems()
                    .add(Place.of(source.file()), "lists or mappings stand in each other too deep", "flatten them");
            return unreadable;
        } catch (YamlEngineException e) {
            source.problems().add(Place.of(source.file()), "this is not YAML: " + e.getMessage(), "");
            return unreadable;
        }
        return readable.apply(node);
    }
}
