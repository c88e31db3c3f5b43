package dev.lexlab.check.environment;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.LabNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The networks of one grading, each made when somebody is first put on it. */
final class Networks implements AutoCloseable {
    private final Supplier<Engine> engine;
    private final Map<String, LabNetwork> made = new LinkedHashMap<>();

    Networks(Supplier<Engine> engine) {
        this.engine = engine;
    }

    synchronized LabNetwork get(String name) {
        LabNetwork known = made.get(name);
        if (known != null) {
            return known;
        }
        try {
            LabNetwork network = engine.get().network(name);
            made.put(name, network);
            return network;
        } catch (EngineFailure e) {
            throw CannotGrade.because(e);
        }
    }

    List<LabNetwork> get(List<String> names) {
        return names.stream().map(this::get).toList();
    }

    /** The one that they are made on. */
    Engine engine() {
        return engine.get();
    }

    @Override
    public synchronized void close() {
        made.values().forEach(network -> engine.get().remove(network));
        made.clear();
    }
}
