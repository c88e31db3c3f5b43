package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Place;

/** Who made an asset, and under which licence it is shown. */
public record Credit(Place place, String credit, String licence) {}
