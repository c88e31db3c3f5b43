package dev.lexlab.lab.yaml;

import dev.lexlab.lab.problem.Place;

/** A scalar and where it stands. */
public record YamlText(String text, Place place) {

    @Override
    public String toString() {
        return text;
    }
}
