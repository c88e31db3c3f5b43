package dev.lexlab.check.environment;

import dev.lexlab.check.author.Link;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.environment.Wiring.Place;
import dev.lexlab.lab.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The links of one grading, started when somebody first needs the way to a server, and kept until its end. */
final class LinksEnvironment implements AutoCloseable {
    private final TaskDefinition task;
    private final Starter starter;
    private final Networks networks;
    private final Map<String, ContainerLink> links = new TreeMap<>();

    LinksEnvironment(TaskDefinition task, Starter starter, Networks networks) {
        this.task = task;
        this.starter = starter;
        this.networks = networks;
    }

    /** All that the task has, by name; each is ready. */
    synchronized Map<String, Link> provide() {
        for (TaskDefinition.Link link : task.links()) {
            if (!links.containsKey(link.name())) {
                links.put(link.name(), start(link));
            }
        }
        return Map.copyOf(links);
    }

    private ContainerLink start(TaskDefinition.Link link) {
        try {
            Engine engine = starter.engine();
            RunningContainer container = engine.program(
                    starter.definition(TaskDefinition.Link.IMAGE),
                    "link",
                    link.name(),
                    networks.get(Wiring.behind(link)),
                    arguments(link));
            ContainerLink started = new ContainerLink(link.name(), container);
            try {
                for (Place place : Wiring.of(link)) {
                    engine.join(container, networks.get(place.network()), place.aliases());
                }
                started.reset(); // by which it is known to be ready
                return started;
            } catch (EngineFailure | RuntimeException e) {
                started.close();
                throw e;
            }
        } catch (EngineFailure e) {
            throw CannotGrade.because(e);
        }
    }

    /** Whoever is led through it uses the ports that the server itself has. */
    private List<String> arguments(TaskDefinition.Link link) {
        List<String> arguments = new ArrayList<>(List.of(Wiring.behind(link)));
        task.servers().stream()
                .filter(server -> server.name().equals(link.to()))
                .flatMap(server -> starter.definition(server.image()).ports().values().stream())
                .forEach(port -> arguments.add(Integer.toString(port)));
        return arguments;
    }

    /** What comes next finds them whole, with nothing on them and nothing counted; one that cannot be brought back is replaced. */
    synchronized void forget() {
        for (ContainerLink link : List.copyOf(links.values())) {
            try {
                link.reset();
            } catch (ServerGone e) {
                links.remove(link.name());
                link.close();
            }
        }
    }

    /** Each is asked by a question of its own: without it programs have no way to their server. */
    synchronized Optional<Ailment> ailment() {
        return links.values().stream().flatMap(link -> link.ailment().stream()).findFirst();
    }

    @Override
    public synchronized void close() {
        links.values().forEach(ContainerLink::close);
        links.clear();
    }
}
