package dev.lexlab.check.example;

import java.nio.file.Path;

/**
 * A file of code that pages show, and that is run.
 *
 * @param lab the id of its lab
 * @param image the image of {@code labs/images} that it runs in
 * @param name as messages name it: the path from the course's root
 */
public record Example(String lab, String image, Path file, String name, Kind kind) {

    /** How a file is run. */
    public enum Kind {
        CONSOLE(".console"),
        SQL(".sql"),
        PYTHON(".py"),
        SHELL(".sh");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    String fileName() {
        return file.getFileName().toString();
    }
}
