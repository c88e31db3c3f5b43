package dev.lexlab.site.model;

import java.util.List;

/**
 * A picture that pages show.
 *
 * @param path below {@code assets/}
 * @param alt what it shows, in words, as the first of its pages has it
 * @param credit who made it
 */
public record Picture(String path, String alt, String credit, String licence, List<Shown> shown) {

    /** A page that shows it. */
    public record Shown(String title, String url) {}
}
