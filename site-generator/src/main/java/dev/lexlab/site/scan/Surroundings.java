package dev.lexlab.site.scan;

import dev.lexlab.lab.files.Sightings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything on this machine that a site can depend on, looked at without being read. */
public final class Surroundings {

    private Surroundings() {}

    /**
     * Looks at the content, at what the site takes from labs, and at the history. What pages include from elsewhere is not among it, see
     * {@link ScannedContent#included}. Call before anything is read.
     *
     * @return empty where a look does not tell: the history is somewhere else, or there is no content
     */
    public static Optional<Sightings> look(Roots roots) {
        Sightings sightings = new Sightings();
        Optional<List<Path>> history = new History(roots.course()).files();
        if (history.isEmpty()) {
            return Optional.empty();
        }
        history.get().forEach(sightings::look);
        try {
            sightings.lookBelow(roots.content());
            LabFiles.look(roots, sightings);
        } catch (IOException e) {
            return Optional.empty(); // whoever reads it will say why that is not possible
        }
        return Optional.of(sightings);
    }
}
