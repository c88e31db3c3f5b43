package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a build from outside while it goes on, and ends the step that takes too much: engines have no limit for how many
 * processes a step of a build has, and none for what it writes onto their disk.
 */
final class BuildWatch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** To see how much was written takes the engine longer than to see who runs. */
    private static final int LOOKS_FOR_ONE_AT_THE_DISK = 4;
    /** In what engines tell about a container; it comes first of all numbers. */
    private static final Pattern PROCESSES = Pattern.compile("\"pids_stats\":\\{\"current\":(\\d{1,9})");

    private static final long MEGABYTE = 1L << 20;

    private final DockerClient client;
    private final URI engine;
    private final List<String> labels;
    private final BuildLimits limits;
    private final Set<String> before = new HashSet<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread looking = new Thread(this::lookAgainAndAgain, "watch over a build");
    private volatile @Nullable String excess;

    /**
     * Begins to look.
     *
     * @param labels of all that the build makes
     */
    BuildWatch(DockerClient client, URI engine, Map<String, String> labels, BuildLimits limits) {
        this.client = client;
        this.engine = engine;
        this.labels = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .toList();
        this.limits = limits;
        images().forEach(image -> before.add(image.getId()));
        looking.setDaemon(true);
        looking.start();
    }

    private void lookAgainAndAgain() {
        try {
            for (int i = 1; !over.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS); i++) {
                look(i % LOOKS_FOR_ONE_AT_THE_DISK == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is over
        }
    }

    private void look(boolean alsoAtTheDisk) {
        try {
            List<Container> steps = steps(alsoAtTheDisk);
            for (Container step : steps) {
                if (excess == null && processes(step) > limits.processes()) {
                    excess = "more than " + limits.processes() + " processes at once";
                }
            }
            if (alsoAtTheDisk) {
                refuseFullDisk(steps);
            }
            if (excess != null) {
                steps.forEach(step -> client.killContainerCmd(step.getId()).exec());
            }
        } catch (RuntimeException | IOException e) {
            // a step has just ended, or nobody waits any more, or the engine fails: then the build says so
        }
    }

    /** By the watch, and once more when the build is over. */
    private synchronized void refuseFullDisk(List<Container> steps) {
        long written = steps.stream()
                .mapToLong(step -> step.getSizeRw() == null ? 0 : step.getSizeRw())
                .sum();
        for (Image image : images()) {
            if (!before.contains(image.getId())) {
                written += Math.max(0, image.getSize() - sizeOf(image.getParentId()));
            }
        }
        if (excess == null && written > limits.diskMegabytes() * MEGABYTE) {
            excess = "more than " + limits.diskMegabytes() + " MB written";
        }
    }

    private List<Container> steps(boolean withSizes) {
        return client.listContainersCmd()
                .withShowSize(withSizes)
                .withLabelFilter(labels)
                .exec();
    }

    private List<Image> images() {
        return client.listImagesCmd()
                .withShowAll(true)
                .withFilter("label", labels)
                .exec();
    }

    private long sizeOf(@Nullable String image) {
        if (image == null || image.isEmpty()) {
            return 0;
        }
        return sizes.computeIfAbsent(
                image, id -> client.inspectImageCmd(id).exec().getSize());
    }

    /** Without a look at the machine's processes, which takes long where it matters. */
    private int processes(Container step) throws IOException {
        try (SocketChannel channel = RawHttp.open(engine)) {
            RawHttp.connect(channel, engine);
            Matcher told = PROCESSES.matcher(
                    RawHttp.get(channel, "/containers/" + step.getId() + "/stats?stream=false&one-shot=true"));
            return told.find() ? Integer.parseInt(told.group(1)) : 0;
        }
    }

    /** What it took too much of; empty where it kept to its limits. Looks once more at what was left on the disk. */
    Optional<String> excess() {
        try {
            refuseFullDisk(List.of());
        } catch (DockerException e) {
            // what was built is gone already
        }
        return Optional.ofNullable(excess);
    }

    /** That a step of the build, which did not succeed, ran out of memory. Takes away what is left of the step. */
    boolean buryStep() {
        boolean isOutOfMemory = false;
        try {
            for (Container step : client.listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(labels)
                    .exec()) {
                isOutOfMemory |= Boolean.TRUE.equals(client.inspectContainerCmd(step.getId())
                        .exec()
                        .getState()
                        .getOOMKilled());
                HardenedContainer.remove(client, step.getId());
            }
        } catch (DockerException e) {
            // what is left of it goes with the run
        }
        return isOutOfMemory;
    }

    @Override
    public void close() {
        over.countDown();
        looking.interrupt(); // an engine that hangs would hold it up
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
