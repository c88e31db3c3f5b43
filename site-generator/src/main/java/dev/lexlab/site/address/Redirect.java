package dev.lexlab.site.address;

import dev.lexlab.lab.problem.Place;

/**
 * Where visitors of an address that is no more are sent.
 *
 * @param place where the author wrote it
 */
public record Redirect(Place place, PublicAddress from, PublicAddress to) {}
