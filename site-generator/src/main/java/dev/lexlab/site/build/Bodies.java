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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Manuscripts to bodies, on all processors: first the anchors of all, then, with them known, each body; or the one that was kept,
 * where nothing has changed that it was made from.
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
        List<Work> works = Parallel.map(inOrder, manuscript -> new Work(manuscript, keptBodies.find(manuscript)));
        Map<Path, PageTargets.Target> byFile = new HashMap<>();
        works.forEach(work -> byFile.put(work.manuscript.file(), work.target()));
        PageTargets targets = new PageTargets(byFile);
        Figures figures = new Figures(content);
        Finishing finishing = new Finishing(targets, glossary, content, figures);
        List<FinishedBody> bodies = Parallel.map(works, work -> work.finish(finishing, world, targets));
        Map<String, KeptBodies.Kept> kept = new HashMap<>();
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            FinishedBody body = bodies.get(i);
            finished.put(work.manuscript.url(), body);
            problems.addAll(work.problems);
            if (work.problems.isSilent()) {
                kept.put(work.manuscript.url(), new KeptBodies.Kept(work.manuscript, work.anchors, world, body));
            }
        }
        keptBodies.keep(kept);
        List<Figures.Shown> shown =
                bodies.stream().flatMap(body -> body.images().stream()).toList();
        figures.tellUnused(
                shown, content.roots().name(content.roots().content().resolve("assets/credits.yml")), problems);
        pictures = figures.pictures(shown);
    }

    /** One manuscript on its way. */
    private static final class Work {
        private final Manuscript manuscript;
        private final Optional<KeptBodies.Kept> kept;
        private final Problems problems = new Problems();
        private final Map<String, String> anchors;
        private @Nullable Draft draft;

        Work(Manuscript manuscript, Optional<KeptBodies.Kept> kept) {
            this.manuscript = manuscript;
            this.kept = kept;
            if (kept.isPresent()) {
                anchors = kept.get().anchors();
            } else {
                Draft made = Drafts.of(manuscript, problems);
                draft = made;
                anchors = made.anchors();
            }
        }

        PageTargets.Target target() {
            return new PageTargets.Target(manuscript.url(), manuscript.title(), anchors);
        }

        FinishedBody finish(Finishing finishing, World world, PageTargets targets) {
            if (kept.isPresent() && kept.get().isStillRight(world, targets)) {
                return kept.get().body();
            }
            Draft made = draft == null ? Drafts.of(manuscript, problems) : draft;
            draft = null; // the tree of a page takes many times the room of its text
            return finishing.finish(made, problems);
        }
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
