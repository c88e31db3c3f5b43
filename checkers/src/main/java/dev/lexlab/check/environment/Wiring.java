package dev.lexlab.check.environment;

import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Link;
import dev.lexlab.lab.TaskDefinition.Server;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is on which network of a task, under which names. Where a link and its server name the same network, only the link is
 * there, and goes by the server's name: so programs need not be told anything else, and find no way around it. Behind every
 * link is a network that only it and its server are on.
 */
final class Wiring {
    private final TaskDefinition task;

    Wiring(TaskDefinition task) {
        this.task = task;
    }

    /** The name of the network behind a link, and of its server there. Names in {@code lab.yml} have no dot. */
    static String behind(Link link) {
        return link.name() + ".server";
    }

    List<Place> of(Server server) {
        List<Link> links = task.links().stream()
                .filter(link -> link.to().equals(server.name()))
                .toList();
        List<Place> places = new ArrayList<>();
        for (String network : server.networks()) {
            if (links.stream().noneMatch(link -> link.networks().contains(network))) {
                places.add(new Place(network, List.of(server.name())));
            }
        }
        links.forEach(link -> places.add(new Place(behind(link), List.of(behind(link)))));
        return places;
    }

    /** Without the one behind it. */
    static List<Place> of(Link link) {
        return link.networks().stream()
                .map(network -> new Place(network, List.of(link.to(), link.name())))
                .toList();
    }

    static List<Place> of(TaskDefinition.Machine machine) {
        return machine.networks().stream()
                .map(network -> new Place(network, List.of(machine.name())))
                .toList();
    }

    /** A network, and what others there call somebody. */
    record Place(String network, List<String> names) {
        Place {
            names = List.copyOf(names);
        }

        String[] aliases() {
            return names.toArray(String[]::new);
        }
    }
}
