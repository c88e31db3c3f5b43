package dev.lexlab.site.model;

import java.util.List;
import java.util.Optional;

/**
 * A lab as readers see it.
 *
 * @param url from the site's root: {@code labs/postgres/index.html}
 * @param concept slug
 */
public record LabPage(
        String id,
        String url,
        String concept,
        String title,
        String summary,
        List<TaskPage> tasks,
        Optional<String> editUrl) {

    /**
     * A task's page.
     *
     * @param url from the site's root: {@code labs/postgres/rules-in-the-schema.html}
     * @param start the command that begins it
     * @param check the command that grades it
     * @param shell the command that opens its environment, where it has one
     * @param terms slugs of the terms it teaches
     */
    public record TaskPage(
            String lab,
            String id,
            String url,
            String title,
            String summary,
            int minutes,
            int difficulty,
            int points,
            List<String> terms,
            List<FilePage> files,
            List<MachinePage> machines,
            List<CheckPage> checks,
            List<String> hints,
            String start,
            String check,
            Optional<String> shell,
            Body guide,
            Optional<String> editUrl) {}

    /** A file the learner edits. */
    public record FilePage(String path, String about) {}

    /**
     * A container around the learner's work.
     *
     * @param role what it is for, in a reader's words
     * @param image folder of {@code labs/images}
     * @param networks those it is on, where the task has several
     */
    public record MachinePage(String name, String role, String image, List<String> networks) {
        public MachinePage onTheOnlyNetwork() {
            return new MachinePage(name, role, image, List.of());
        }
    }

    /** What is checked, before anybody tried. */
    public record CheckPage(String id, int points, String sentence, Optional<String> needs) {}
}
