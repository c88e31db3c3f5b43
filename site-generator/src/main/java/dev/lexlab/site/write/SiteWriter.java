package dev.lexlab.site.write;

import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.lab.files.Sightings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.function.Supplier;

/** The door: files to the folder that shows the site. */
public final class SiteWriter {
    private final GenerationFolder folder;

    public SiteWriter(Path out) {
        this.folder = new GenerationFolder(out);
    }

    /** Whether the site that is shown was made from exactly these inputs and is whole; then nothing is left to do but to tidy. */
    public boolean shows(String inputs) throws IOException {
        boolean shown = folder.inputs().filter(inputs::equals).isPresent();
        if (shown) {
            folder.tidy();
        }
        return shown;
    }

    /** Takes away what killed runs left; call where nothing else is left to do. */
    public void tidy() throws IOException {
        folder.tidy();
    }

    /**
     * Looks at the site that is shown, where it was made from these inputs.
     *
     * @return whether it was
     */
    public boolean sight(String inputs, Sightings sightings) throws IOException {
        return folder.sight(inputs, sightings);
    }

    /** Call before the work, so that nobody waits for a site that cannot be put anywhere. */
    public void refuseWhatIsNotOurs() throws IOException, GenerationFolder.Refused {
        folder.refuseWhatIsNotOurs();
    }

    public void write(SortedMap<String, Supplier<byte[]>> files, String inputs)
            throws IOException, GenerationFolder.Refused {
        folder.publish(files, inputs);
    }
}
