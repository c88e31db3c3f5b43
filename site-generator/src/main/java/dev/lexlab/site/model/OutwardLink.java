package dev.lexlab.site.model;

import dev.lexlab.lab.problem.Place;

/**
 * A link that leaves the site.
 *
 * @param url a web address
 * @param place where an author wrote it
 */
public record OutwardLink(String url, Place place) {}
