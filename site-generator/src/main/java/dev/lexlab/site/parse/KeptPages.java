package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.scan.PageFile;
import dev.lexlab.site.scan.Roots;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages and data that the last build read, for the next one of the same process: equal sources are not read again. One about which
 * something was told is not kept, so that it is told again.
 */
public final class KeptPages {
    private Map<String, ParsedPage> byName = new HashMap<>();
    private @Nullable DataTexts texts;
    private @Nullable Data data;

    @SuppressWarnings("ReferenceEquality") // most files are the very objects of the last build
    Optional<ParsedPage> find(PageFile file) {
        return Optional.ofNullable(byName.get(file.name()))
                .filter(kept -> kept.file() == file || kept.file().equals(file));
    }

    /**
     * What the files of data say.
     *
     * @param told filled with what is wrong in them; then they are read again the next time
     */
    Data data(DataTexts now, Roots roots, Problems told) {
        if (data != null && now.equals(texts)) {
            return data;
        }
        Problems ofData = new Problems();
        Data read = new DataFiles(roots, ofData).data(now);
        texts = ofData.isSilent() ? now : null;
        data = read;
        told.addAll(ofData);
        return read;
    }

    /** Lets this page be read again. */
    public void forget(PageFile file) {
        byName.remove(file.name());
    }

    /** Forgets all others. */
    void keep(Map<String, ParsedPage> now) {
        byName = new HashMap<>(now);
    }
}
