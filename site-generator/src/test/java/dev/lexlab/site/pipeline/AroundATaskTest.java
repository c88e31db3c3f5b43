package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a task's page says stands around a learner's programs. */
class AroundATaskTest {
    @RegisterExtension
    static final WarmPipeline pipeline = new WarmPipeline();

    @TempDir
    Path folder;

    @Test
    void aLinkIsOneRowBetweenTheServersAndTheMachines() throws Exception {
        TestSite site = TestSite.copy("labs", folder);
        site.replace(
                "labs/carpentry/lab.yml",
                "    grader:",
                "    servers: {store: {image: bench, lease: shared}}\n    links: {wire: {to: store}}\n"
                        + "    sandboxes: {desk: {image: bench}}\n    grader:");
        Files.createDirectories(folder.resolve("labs/images/bench"));
        Files.createDirectories(folder.resolve("labs/images/link"));

        assertThat(pipeline.build(site.request()).problems()).isEmpty();

        String page = Files.readString(site.out().resolve("labs/carpentry/saw.html"));
        assertThat(Jsoup.parse(page)
                        .select("section[aria-labelledby=lx-around] dl > div")
                        .eachText())
                .containsExactly(
                        "store a server, of which each check has a part of its own; image lexlab/bench",
                        "wire the way to store, which checks slow down, cut and mend; image lexlab/link",
                        "desk where your programs run; image lexlab/bench");
    }
}
