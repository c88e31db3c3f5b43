package dev.lexlab.site.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LackingBrowserIT {
    private final List<String> told = new ArrayList<>();

    @Test
    void withoutABrowserTestsAreSkippedAndSomebodyIsToldWhatMendsIt() {
        var result = BrowserExtension.condition(Optional.empty(), Map.of(), told::add);

        assertThat(result.isDisabled()).isTrue();
        assertThat(told).singleElement().asString().endsWith("-> ./lexlab setup --for-tests");
    }

    @Test
    void withoutABrowserContinuousIntegrationFails() {
        assertThatThrownBy(() -> BrowserExtension.condition(Optional.empty(), Map.of("CI", "true"), told::add))
                .hasMessage("there is no Chromium for the browser tests -> ./lexlab setup --for-tests");
    }

    @Test
    void theBrowserIsFoundOnThePath(@TempDir Path folder) throws Exception {
        Path program = Files.createFile(folder.resolve("chromium"));
        Map<String, String> environment = Map.of("PATH", "/nowhere:" + folder);
        assertThat(Chromium.find(environment)).isNotEqualTo(Optional.of(program)); // not executable

        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Chromium.find(environment)).contains(program);
    }
}
