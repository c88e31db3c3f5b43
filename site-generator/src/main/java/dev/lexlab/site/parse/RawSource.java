package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Place;

/** An entry of {@code content/sources.yml}, or of a concept's own. */
public record RawSource(
        Place place, Place urlPlace, String id, String title, String by, String url, String licence, String read) {}
