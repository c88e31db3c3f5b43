package dev.lexlab.site.build;

import dev.lexlab.site.model.Unchanged;
import dev.lexlab.site.scan.PageFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of the last build, for the next one of the same process: one that would be made from equal things is not made again. A page
 * about which something was told is not kept, because what is told may depend on more than the page does.
 */
public final class KeptBodies {
    private Map<String, Kept> byUrl = new HashMap<>();
    private @Nullable World world;
    private final Unchanged unchanged = new Unchanged();

    /** Terms and sources of the last build. */
    Unchanged unchanged() {
        return unchanged;
    }

    /** A body with what it was made from. */
    record Kept(Manuscript manuscript, World world, FinishedBody body) {

        @SuppressWarnings("ReferenceEquality") // see known
        boolean isStillRight(World now, PageTargets targets) {
            return (world == now || world.equals(now))
                    && body.asked().entrySet().stream()
                            .allMatch(asked -> targets.at(asked.getKey()).equals(asked.getValue()));
        }
    }

    /** The same world as before where it is an equal one, so that the two need to be compared only once. */
    World known(World now) {
        World before = world;
        World same = now.equals(before) && before != null ? before : now;
        world = same;
        return same;
    }

    /** The body that would be made of this manuscript now. */
    Optional<FinishedBody> find(Manuscript manuscript, World now, PageTargets targets) {
        return Optional.ofNullable(byUrl.get(manuscript.url()))
                .filter(kept -> kept.manuscript().equals(manuscript) && kept.isStillRight(now, targets))
                .map(Kept::body);
    }

    /**
     * Lets one page be made again.
     *
     * @param which of how many that lie evenly among all, from 0
     * @return its file and its address; empty where none was kept
     */
    public Optional<Forgotten> forget(int which, int ofHowMany) {
        List<String> urls = byUrl.keySet().stream().sorted().toList();
        return Optional.ofNullable(urls.isEmpty() ? null : byUrl.remove(urls.get(which * urls.size() / ofHowMany)))
                .map(kept -> new Forgotten(
                        kept.manuscript().page().file(), kept.manuscript().url()));
    }

    /** A page that is made again at the next build. */
    public record Forgotten(PageFile file, String url) {}

    /** Forgets all others. */
    void keep(Map<String, Kept> now) {
        byUrl = new HashMap<>(now);
    }
}
