package dev.lexlab.site.parse;

import dev.lexlab.site.scan.ScannedContent;
import dev.lexlab.site.scan.TextFile;
import java.util.List;
import java.util.Optional;

/** The files that {@link Data} is read from. Equal texts say the same. */
record DataTexts(
        Optional<TextFile> siteYml,
        List<TextFile> sourcesYml,
        Optional<TextFile> creditsYml,
        Optional<TextFile> addresses) {

    static DataTexts of(ScannedContent scanned) {
        return new DataTexts(scanned.siteYml(), scanned.sourcesYml(), scanned.creditsYml(), scanned.addresses());
    }
}
