package dev.lexlab.check.environment;

import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.TimedOut;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.environment.Wiring.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is done to one container of this grading's own. To do again what is so already changes nothing. */
final class ContainerOutage implements Outage {
    private final String name;
    private final RunningContainer container;
    private final Restart restart;
    private final List<Place> places;
    private final Networks networks;
    private final Activity activity;
    private final Set<String> left = new HashSet<>();
    private boolean isPaused;

    /**
     * Nothing is done yet.
     *
     * @param places where it is as long as nobody takes it away
     */
    ContainerOutage(
            String name,
            RunningContainer container,
            Restart restart,
            List<Place> places,
            Networks networks,
            Activity activity) {
        this.name = name;
        this.container = container;
        this.restart = restart;
        this.places = List.copyOf(places);
        this.networks = networks;
        this.activity = activity;
    }

    @Override
    public void restart() {
        resume();
        act("the restart of " + name, restart);
    }

    @Override
    public void pause() {
        if (!isPaused) {
            act("the pause of " + name, container::pause);
            isPaused = true;
        }
    }

    @Override
    public void resume() {
        if (isPaused) {
            act("the end of the pause of " + name, container::resume);
            isPaused = false;
        }
    }

    @Override
    public void disconnect(String network) {
        Place place = place(network);
        if (!left.contains(network)) {
            act(name + " to leave network " + network, () -> engine().leave(container, networks.get(place.network())));
            left.add(network);
        }
    }

    @Override
    public void connect(String network) {
        Place place = place(network);
        if (left.contains(network)) {
            act(
                    name + " to be on network " + network,
                    () -> engine().join(container, networks.get(place.network()), place.aliases()));
            left.remove(network);
        }
    }

    private Engine engine() {
        return networks.engine();
    }

    private Place place(String network) {
        return places.stream()
                .filter(place -> place.network().equals(network))
                .findFirst()
                .orElseThrow(() -> new CannotGrade(
                        "'" + name + "' is not on a network '" + network + "' that it could leave",
                        "whoever wrote the checks must name one of: "
                                + places.stream().map(Place::network).collect(Collectors.joining(", "))
                                + "; where a link stands for it, cut that"));
    }

    private void act(String awaited, Restart act) {
        activity.awaits(awaited);
        try {
            act.run();
        } catch (EngineFailure e) {
            throw new ServerGone(e.what(), e.remedy(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut(awaited, "it was still going on");
        } finally {
            activity.awaitsNothing();
        }
    }

    /** How this kind of machine is restarted. */
    @FunctionalInterface
    interface Restart {
        void run() throws EngineFailure, InterruptedException;
    }
}
