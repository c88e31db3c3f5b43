package dev.lexlab.site.build;

import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.OutwardLink;
import dev.lexlab.site.model.Picture;
import dev.lexlab.site.parse.ParsedContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Manuscripts to bodies, on all processors; or the one that was kept, where nothing has changed that it was made from.
 */
final class Bodies {
    private static final Body EMPTY = new Body("", List.of(), List.of(), List.of());

    private final Map<String, FinishedBody> finished = new LinkedHashMap<>();
    private final List<Picture> pictures;

    Bodies(
            List<Manuscript> manuscripts,
            Glossary glossary,
            ParsedContent content,
            KeptBodies keptBodies,
            Problems problems) {
        World world = keptBodies.known(World.of(glossary, content));
        List<Manuscript> inOrder = new ArrayList<>(manuscripts);
        inOrder.sort(Comparator.comparing(manuscript -> manuscript.page().file().name()));
        Map<Path, PageTargets.Target> byFile = new HashMap<>();
        inOrder.forEach(manuscript -> byFile.put(
                manuscript.file(), new PageTargets.Target(manuscript.url(), manuscript.title(), manuscript.anchors())));
        PageTargets targets = new PageTargets(byFile);
        Figures figures = new Figures(content);
        Finishing finishing = new Finishing(targets, glossary, content, figures);
        List<Made> all = Parallel.map(
                inOrder,
                manuscript -> keptBodies
                        .find(manuscript, world, targets)
                        .map(body -> new Made(body, new Problems()))
                        .orElseGet(() -> made(manuscript, finishing)));
        Map<String, KeptBodies.Kept> kept = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Manuscript manuscript = inOrder.get(i);
            Made made = all.get(i);
            finished.put(manuscript.url(), made.body());
            problems.addAll(made.problems());
            if (made.problems().isSilent()) {
                kept.put(manuscript.url(), new KeptBodies.Kept(manuscript, world, made.body()));
            }
        }
        keptBodies.keep(kept);
        List<Figures.Shown> shown =
                all.stream().flatMap(made -> made.body().images().stream()).toList();
        figures.tellUnused(
                shown, content.roots().name(content.roots().content().resolve("assets/credits.yml")), problems);
        pictures = figures.pictures(shown);
    }

    /** A body, and what was told while it was made. */
    private record Made(FinishedBody body, Problems problems) {}

    /** From its draft, whose tree takes many times the room of its text and is let go at once. */
    private static Made made(Manuscript manuscript, Finishing finishing) {
        Problems problems = new Problems();
        return new Made(finishing.finish(Drafts.of(manuscript, problems), problems), problems);
    }

    /** By the address of the page. */
    Body body(String url) {
        FinishedBody body = finished.get(url);
        return body == null ? EMPTY : body.body();
    }

    /** What the pages show. */
    List<Picture> pictures() {
        return pictures;
    }

    /** Links of all bodies that leave the site. */
    List<OutwardLink> outward() {
        List<OutwardLink> links = new ArrayList<>();
        finished.values().forEach(body -> links.addAll(body.outward()));
        return links;
    }

    /** Ids of a page's sources in their order on the page. */
    List<String> sources(String url) {
        FinishedBody body = finished.get(url);
        return body == null ? List.of() : body.sources();
    }
}
