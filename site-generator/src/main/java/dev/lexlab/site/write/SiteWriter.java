package dev.lexlab.site.write;

import dev.lexlab.lab.files.GenerationFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** The door: files to the folder that shows the site. */
public final class SiteWriter {
    private final GenerationFolder folder;

    public SiteWriter(Path out) {
        this.folder = new GenerationFolder(out);
    }

    /** Whether the site that is shown was made from exactly these inputs and is whole. */
    public boolean shows(String inputs) throws IOException {
        return folder.inputs().filter(inputs::equals).isPresent();
    }

    /** Call before the work, so that nobody waits for a site that cannot be put anywhere. */
    public void refuseWhatIsNotOurs() throws IOException, GenerationFolder.Refused {
        folder.refuseWhatIsNotOurs();
    }

    public void write(SortedMap<String, byte[]> files, String inputs) throws IOException, GenerationFolder.Refused {
        folder.publish(files, inputs);
    }
}
