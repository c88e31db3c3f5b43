package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What carries our home's label on the engine, and whose process is gone. */
final class Leftovers {
    private final DockerClient client;
    private final StateFolder state;

    Leftovers(DockerClient client, StateFolder state) {
        this.client = client;
        this.state = state;
    }

    /** Removes what dead runs left behind, and nothing else. */
    List<Leftover> sweep() {
        List<Leftover> all = list();
        giveUpWhatNoLongerRuns(all);
        Map<String, Boolean> free = freeRuns(all);
        List<Leftover> dead = all.stream()
                .filter(leftover -> free.getOrDefault(leftover.run(), false))
                .toList();
        remove(dead);
        try {
            RunLock.forgetDead(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dead;
    }

    /** What was kept and has ended, with the engine or after its day, is of no use to anybody. */
    private void giveUpWhatNoLongerRuns(List<Leftover> all) {
        Set<String> running =
                all.stream().filter(Leftover::isRunning).map(Leftover::run).collect(Collectors.toSet());
        try {
            RunLock.giveUpKept(state, run -> !running.contains(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a run of this very process made. */
    void removeRun(String run) {
        remove(list().stream().filter(leftover -> leftover.run().equals(run)).toList());
    }

    /** Everything of ours. */
    List<Leftover> list() {
        List<Leftover> all = new ArrayList<>();
        List<String> label = List.of(Labels.HOME + "=" + state.homeId());
        for (Container container : client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(label)
                .exec()) {
            all.add(new Leftover(
                    Leftover.Kind.CONTAINER,
                    container.getId(),
                    container.getImage(),
                    run(container.getLabels()),
                    "running".equals(container.getState())));
        }
        for (Network network :
                client.listNetworksCmd().withFilter("label", label).exec()) {
            all.add(new Leftover(
                    Leftover.Kind.NETWORK, network.getId(), network.getName(), run(network.getLabels()), false));
        }
        for (InspectVolumeResponse volume :
                client.listVolumesCmd().withFilter("label", label).exec().getVolumes()) {
            all.add(new Leftover(
                    Leftover.Kind.VOLUME, volume.getName(), volume.getName(), run(volume.getLabels()), false));
        }
        for (Image image : client.listImagesCmd().withFilter("label", label).exec()) {
            all.add(new Leftover(Leftover.Kind.IMAGE, image.getId(), name(image), run(image.getLabels()), false));
        }
        return all;
    }

    private static String name(Image image) {
        String[] tags = image.getRepoTags();
        return tags == null || tags.length == 0 || tags[0].startsWith("<") ? image.getId() : tags[0];
    }

    private static String run(@Nullable Map<String, String> labels) {
        return labels == null ? "unknown" : labels.getOrDefault(Labels.RUN, "unknown");
    }

    private Map<String, Boolean> freeRuns(List<Leftover> all) {
        Set<String> runs = all.stream().map(Leftover::run).collect(Collectors.toSet());
        return runs.stream().collect(Collectors.toMap(run -> run, run -> RunLock.isFree(state, run)));
    }

    /** Containers first: what is in use cannot be removed. */
    private void remove(List<Leftover> dead) {
        removeAll(dead.stream().filter(leftover -> leftover.kind() == Leftover.Kind.CONTAINER));
        removeAll(dead.stream().filter(leftover -> leftover.kind() != Leftover.Kind.CONTAINER));
    }

    private void removeAll(Stream<Leftover> some) {
        some.parallel().forEach(leftover -> {
            try {
                remove(leftover);
            } catch (DockerException e) {
                // another process of ours sweeps, too, or it is in use: the next sweep will see
            }
        });
    }

    private void remove(Leftover leftover) {
        switch (leftover.kind()) {
            case CONTAINER ->
                client.removeContainerCmd(leftover.id())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            case NETWORK -> client.removeNetworkCmd(leftover.id()).exec();
            case VOLUME -> client.removeVolumeCmd(leftover.id()).exec();
            case IMAGE -> client.removeImageCmd(leftover.id()).withForce(true).exec();
        }
    }
}
