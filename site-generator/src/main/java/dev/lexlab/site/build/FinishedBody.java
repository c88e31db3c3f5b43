package dev.lexlab.site.build;

import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.OutwardLink;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a draft.
 *
 * @param sources ids of its sources in their order on the page
 * @param outward its links to the web
 * @param images the assets it shows
 * @param asked pages that it looked for, and what it found: with others it would have become another body
 */
record FinishedBody(
        Body body,
        List<String> sources,
        List<OutwardLink> outward,
        List<Figures.Shown> images,
        Map<Path, Optional<PageTargets.Target>> asked) {}
