package dev.lexlab.lab.yaml;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping that is read strictly: every key that is asked for is known, and {@link #refuseUnknownKeys()} reports the rest.
 * A value that is missing or of another kind is a problem and reads as a neutral value, so that one run finds them all.
 */
public final class YamlMap {
    private final Source source;
    private final Place place;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    YamlMap(Source source, MappingNode node) {
        this.source = source;
        this.place = source.place(node);
        for (NodeTuple tuple : node.getValue()) {
            addEntry(tuple);
        }
    }

    private void addEntry(NodeTuple tuple) {
        Place keyPlace = source.place(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            source.problems().add(keyPlace, "a key must be a word", "");
            return;
        }
        Entry entry = new Entry(keyPlace, tuple.getValueNode());
        Entry first = entries.putIfAbsent(key.getValue(), entry);
        if (first != null) {
            source.problems()
                    .add(
                            keyPlace,
                            "key '" + key.getValue() + "' stands here a second time",
                            "first: line " + first.keyPlace.line());
        }
    }

    public Place place() {
        return place;
    }

    /** Where the key stands, or the mapping where there is no such key. */
    public Place place(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.keyPlace;
    }

    /** The keys in the order of the file. Makes them all known: for mappings whose keys are names. */
    public Set<String> keys() {
        known.addAll(entries.keySet());
        return new LinkedHashSet<>(entries.keySet());
    }

    public boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /** Whether a list stands under the key, for formats that know several forms. */
    public boolean holdsList(String key) {
        return value(key).filter(SequenceNode.class::isInstance).isPresent();
    }

    /** Whether a mapping stands under the key. */
    public boolean holdsMap(String key) {
        return value(key).filter(MappingNode.class::isInstance).isPresent();
    }

    /** A text that must be there and not be empty. */
    public String text(String key) {
        Optional<String> text = optionalText(key);
        boolean isNothing = entries.containsKey(key) && value(key).isEmpty();
        if (isNothing || (text.isPresent() && text.get().isBlank())) {
            source.problems().add(place(key), "'" + key + "' is empty", "write its value after the colon");
        } else if (text.isEmpty() && !entries.containsKey(key)) {
            source.problems().add(place, "'" + key + "' is missing", "add '" + key + ": …'");
        }
        return text.orElse("");
    }

    public Optional<String> optionalText(String key) {
        return value(key).flatMap(node -> scalar(key, node)).map(YamlText::text);
    }

    /** A whole number within the bounds, which must be there. */
    public int integer(String key, int least, int most) {
        return number(key, text(key), least, most, least);
    }

    public int integer(String key, int least, int most, int otherwise) {
        return has(key) ? number(key, text(key), least, most, otherwise) : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        String text = optionalText(key).orElse(Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            source.problems().add(place(key), "'" + key + "' must be true or false, not '" + text + "'", "");
        }
        return text.equals("true");
    }

    /** A list of scalars; empty where the key is absent. */
    public List<YamlText> texts(String key) {
        return list(key, node -> scalar(key, node));
    }

    /** A list of mappings; empty where the key is absent. */
    public List<YamlMap> maps(String key) {
        return list(key, node -> mapping("'" + key + "'", node));
    }

    public Optional<YamlMap> map(String key) {
        return value(key).flatMap(node -> mapping("'" + key + "'", node));
    }

    /** Call when everything that may stand here was asked for. */
    public void refuseUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                source.problems().add(entry.keyPlace, "unknown key '" + key + "'", DidYouMean.hint(key, known));
            }
        });
    }

    private int number(String key, String text, int least, int most, int otherwise) {
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the bounds
        }
        source.problems()
                .add(
                        place(key),
                        "'" + key + "' must be a whole number from " + least + " to " + most + ", not '" + text + "'",
                        "");
        return otherwise;
    }

    private <T> List<T> list(String key, Function<Node, Optional<T>> element) {
        Node node = value(key).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            source.problems().add(source.place(node), "'" + key + "' must be a list", "write '" + key + ": [a, b]'");
            return List.of();
        }
        List<T> values = new ArrayList<>();
        sequence.getValue().forEach(child -> element.apply(child).ifPresent(values::add));
        return List.copyOf(values);
    }

    private Optional<Node> value(String key) {
        known.add(key);
        Entry entry = entries.get(key);
        return entry == null || isNull(entry.value) ? Optional.empty() : Optional.of(entry.value);
    }

    private Optional<YamlText> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(new YamlText(scalar.getValue(), source.place(node)));
        }
        source.problems().add(source.place(node), "'" + key + "' must be a text here", "");
        return Optional.empty();
    }

    private Optional<YamlMap> mapping(String name, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(source, mapping));
        }
        source.problems().add(source.place(node), name + " must hold 'key: value' lines here", "");
        return Optional.empty();
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    private record Entry(Place keyPlace, Node value) {}

    /**
     * What every node of one text shares.
     *
     * @param linesAbove lines of the file that stand above the YAML (the fence of a front matter)
     */
    record Source(String file, int linesAbove, Problems problems) {
        Place place(Node node) {
            return place(node.getStartMark().orElse(null));
        }

        Place place(@Nullable Mark mark) {
            return mark == null
                    ? Place.of(file)
                    : new Place(file, linesAbove + mark.getLine() + 1, mark.getColumn() + 1);
        }
    }
}
