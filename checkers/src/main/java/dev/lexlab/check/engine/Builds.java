package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds images of a learner's files: without a network, within limits, and gone with the run. */
final class Builds {
    private static final long MEGABYTE = 1L << 20;
    private static final String HALF_OF_USUAL = "512";
    /** There is always one of this number. */
    private static final String ANY_PROCESSOR = "0";

    private final DockerClient client;
    private final URI engine;
    private final Map<String, String> labels;
    private final BuildLimits limits;

    Builds(DockerClient client, URI engine, Labels labels, BuildLimits limits) {
        this.client = client;
        this.engine = engine;
        this.labels = labels.of("image");
        this.limits = limits;
    }

    /**
     * Builds.
     *
     * @param context all other files
     * @param path of the Dockerfile among them
     * @param dockerfile its text, which was looked at before, with the labels that it is given on all that comes of it
     * @param tag appears when the image is whole
     */
    void build(Map<String, byte[]> context, String path, Function<Map<String, String>, String> dockerfile, String tag)
            throws BuildFailed, ServerFailed, InterruptedException {
        Map<String, byte[]> files = new TreeMap<>(context);
        files.put(path, dockerfile.apply(labels).getBytes(StandardCharsets.UTF_8));
        long memory = limits.megabytes() * MEGABYTE;
        Log log = new Log();
        try (BuildWatch watch = new BuildWatch(client, engine, labels, limits);
                Log building = client.buildImageCmd(new ByteArrayInputStream(RunningContainer.archive(files)))
                        .withDockerfilePath(path)
                        .withTags(Set.of(tag))
                        .withNetworkMode("none")
                        .withMemory(memory)
                        .withMemswap(memory)
                        .withCpushares(HALF_OF_USUAL)
                        // One processor; with two, processes come into being faster than anybody can count them.
                        .withCpusetcpus(ANY_PROCESSOR)
                        // Another run that builds the same files takes its steps away when it ends.
                        .withNoCache(!limits.takesFromOthers())
                        .withRemove(true)
                        // A step that failed is looked at before it is taken away.
                        .withForcerm(false)
                        .exec(log)) {
            boolean isOver = building.awaitCompletion(limits.deadline().toSeconds(), TimeUnit.SECONDS);
            Optional<String> excess = watch.excess();
            if (isOver && log.fault == null && excess.isEmpty()) {
                return;
            }
            boolean isOutOfMemory = watch.buryStep();
            if (excess.isPresent()) {
                throw BuildFailed.stopped(log.step, excess.get());
            }
            if (!isOver) {
                throw BuildFailed.stopped(
                        log.step, "no end within " + limits.deadline().toSeconds() + " s");
            }
            if (isOutOfMemory) {
                throw BuildFailed.stopped(log.step, "more than " + limits.megabytes() + " MB of memory");
            }
            refuseFaultOfMachine(String.valueOf(log.fault), log.told());
            throw BuildFailed.because(log.step, log.told());
        } catch (DockerClientException | DockerException | IOException e) {
            throw new ServerFailed("the engine could not build: " + e.getMessage(), Remedies.DOCTOR);
        }
    }

    /**
     * A build has no disk of its own that it could fill: when there is no space, the machine's is full. Of all else that a step
     * says the learner wrote the command, and the engine's words repeat it.
     */
    private static void refuseFaultOfMachine(String fault, String told) throws ServerFailed {
        boolean isOfStep = fault.startsWith("The command '");
        boolean isFull = told.toLowerCase(Locale.ROOT).contains(Remedies.FULL_DISK);
        ServerFailed failure =
                new ServerFailed("the engine could not build: " + (isFull ? told : fault), Remedies.DOCTOR);
        if (isFull || (!isOfStep && failure.isOfMachine())) {
            throw failure;
        }
    }

    /** Follows the engine's words: which step it is at, and what the step said. */
    private static final class Log extends BuildImageResultCallback {
        private static final Pattern STEP = Pattern.compile("^Step (\\d+)/\\d+ : ");
        /** The engine paints what a step writes to its standard error. */
        private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

        private static final int KEPT = 12;

        private final ArrayDeque<String> said = new ArrayDeque<>();
        private volatile int step;
        private volatile @Nullable String fault;

        @Override
        public void onNext(BuildResponseItem item) {
            super.onNext(item);
            ErrorDetail error = item.getErrorDetail();
            if (error != null) {
                fault = String.valueOf(error.getMessage()).strip();
            }
            String text = item.getStream();
            if (text != null) {
                COLOUR.matcher(text).replaceAll("").lines().forEach(this::line);
            }
        }

        private synchronized void line(String line) {
            Matcher begins = STEP.matcher(line);
            if (begins.find()) {
                step = Integer.parseInt(begins.group(1));
                said.clear();
            } else if (!line.isBlank() && !line.startsWith(" ---> ") && !line.startsWith("Removing intermediate")) {
                if (said.size() == KEPT) {
                    said.removeFirst();
                }
                said.add(line);
            }
        }

        synchronized String told() {
            return (String.join("\n", said) + "\n" + fault).strip();
        }
    }
}
