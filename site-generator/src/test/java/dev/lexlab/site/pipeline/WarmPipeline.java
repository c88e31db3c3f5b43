package dev.lexlab.site.pipeline;

import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One that all tests of a class share: its engines take longer to come up than the tests. */
final class WarmPipeline implements BeforeAllCallback, AfterAllCallback {
    private Path state = Path.of("");
    private @Nullable SitePipeline pipeline;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        state = Files.createTempDirectory("lexlab-site");
        pipeline = new SitePipeline(state);
    }

    BuildOutcome build(BuildRequest request) throws IOException, GenerationFolder.Refused {
        if (pipeline == null) {
            throw new IllegalStateException("only between the first test of a class and its last one");
        }
        return pipeline.build(request);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (pipeline != null) {
            pipeline.close();
        }
        Trees.delete(state);
    }
}
