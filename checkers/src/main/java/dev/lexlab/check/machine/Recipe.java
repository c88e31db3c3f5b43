package dev.lexlab.check.machine;

import java.nio.file.Path;

/** A folder that an image is built from. */
record Recipe(Path folder) {

    String name() {
        return folder.getFileName().toString();
    }
}
