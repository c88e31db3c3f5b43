package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.PruneType;
import com.github.dockerjava.api.model.ResponseItem;
import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Images of ours on the engine. A recipe's tag says what is in it, so a stale image cannot be used by mistake. */
public final class Images {
    private static final String PREFIX = "lexlab/";
    private static final int DIGITS = 16;
    private static final Duration PULL_DEADLINE = Duration.ofMinutes(2);

    private final DockerClient client;
    private final URI engine;

    Images(DockerClient client, URI engine) {
        this.client = client;
        this.engine = engine;
    }

    /** {@code lexlab/postgres:0123456789abcdef}, from the recipe's name and content. */
    public static String tag(Path recipe) {
        try {
            return PREFIX + recipe.getFileName() + ":" + Hashes.ofFolder(recipe).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("image recipe '" + recipe.getFileName() + "' cannot be read", e);
        }
    }

    public boolean has(String tag) {
        try {
            client.inspectImageCmd(tag).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Tags of all images of ours, old ones included, by name. */
    public List<String> ours() {
        return client.listImagesCmd().exec().stream()
                .flatMap(image -> tags(image))
                .filter(tag -> tag.startsWith(PREFIX))
                .sorted()
                .toList();
    }

    private static Stream<String> tags(Image image) {
        String[] tags = image.getRepoTags();
        return tags == null ? Stream.empty() : Stream.of(tags);
    }

    /**
     * Builds a recipe; its tag appears when it is whole, and an interrupted build leaves none.
     *
     * @param lines is told each line of the build
     * @throws EngineFailure with the last lines of a build that failed
     */
    public void build(Path recipe, Consumer<String> lines) throws EngineFailure, InterruptedException {
        BuildLog log = new BuildLog(lines);
        try (BuildImageResultCallback callback = client.buildImageCmd(recipe.toFile())
                .withTags(Set.of(tag(recipe)))
                .withRemove(true)
                .withForcerm(true)
                .exec(log)) {
            callback.awaitCompletion();
            callback.awaitImageId();
            // For people who build by hand upon it; nothing of ours goes by this name.
            client.tagImageCmd(tag(recipe), PREFIX + recipe.getFileName(), "latest")
                    .exec();
        } catch (DockerClientException | IOException e) {
            throw new ServerFailed(
                    "image '" + recipe.getFileName() + "' could not be built: " + log.tail(),
                    "./lexlab setup (it goes on where it stopped)");
        }
    }

    /** Whether the engine could fetch it; no answer within two minutes is a no. */
    public boolean pull(String name) throws InterruptedException {
        try {
            return client.pullImageCmd(name).start().awaitCompletion(PULL_DEADLINE.toSeconds(), TimeUnit.SECONDS)
                    && has(name);
        } catch (RuntimeException e) {
            return false; // no network, no such registry, not allowed: the caller has another way
        }
    }

    /**
     * Makes an image of a file system. Not by docker-java, from which the engine gets only a part of a file as large as this.
     *
     * @throws EngineFailure with what the engine said
     */
    public void importTar(Path tar, String repository, String tag) throws EngineFailure {
        String path = "/images/create?fromSrc=-&repo=" + repository + "&tag=" + tag;
        try (FileChannel body = FileChannel.open(tar);
                SocketChannel channel = RawHttp.open(engine)) {
            RawHttp.connect(channel, engine);
            String answer = RawHttp.post(channel, path, body);
            if (!answer.startsWith("HTTP/1.") || !answer.contains(" 200 OK") || answer.contains("\"error\"")) {
                throw new ServerFailed("the engine refused the base image: " + answer.strip(), "./lexlab setup");
            }
        } catch (IOException e) {
            throw new ServerFailed("the base image did not reach the engine: " + e.getMessage(), "./lexlab setup");
        }
    }

    /** The id of an image, or an empty text where there is none. */
    public String id(String tag) {
        try {
            return client.inspectImageCmd(tag).exec().getId();
        } catch (NotFoundException e) {
            return "";
        }
    }

    /** False where a running container uses it. */
    public boolean remove(String tag) {
        try {
            client.removeImageCmd(tag).withForce(true).exec();
        } catch (NotFoundException e) {
            // somebody else removed it
        } catch (ConflictException e) {
            return false;
        }
        return true;
    }

    /** Removes layers of ours that no tag reaches any more. */
    public void removeUnnamed() {
        client.pruneCmd(PruneType.IMAGES)
                .withDangling(true)
                .withLabelFilter("lexlab.image")
                .exec();
    }

    /** Keeps the last lines for the message. */
    private static final class BuildLog extends BuildImageResultCallback {
        private static final int KEPT = 15;

        private final Consumer<String> lines;
        private final ArrayDeque<String> last = new ArrayDeque<>();

        BuildLog(Consumer<String> lines) {
            this.lines = lines;
        }

        @Override
        public void onNext(BuildResponseItem item) {
            super.onNext(item);
            ResponseItem.ErrorDetail error = item.getErrorDetail();
            String text = error == null ? item.getStream() : error.getMessage();
            if (text != null && !text.isBlank()) {
                add(text.strip());
            }
        }

        private synchronized void add(String line) {
            if (last.size() == KEPT) {
                last.removeFirst();
            }
            last.add(line);
            lines.accept(line);
        }

        synchronized String tail() {
            return last.isEmpty()
                    ? "the engine said nothing"
                    : "\n" + String.join("\n", last).indent(2).stripTrailing();
        }
    }
}
