package dev.lexlab.site.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FolderTest {
    private static final List<String> PAGES = List.of(
            "index.html", "a/index.html", "a/b/index.html", "a/b.c/d/index.html", ".a/index.html", "a+b/c.html");

    private static final List<String> PIECES = List.of(
            "../", "./", "..", ".", "/", "a", "b.html", "Z-9", "#", "x", ":", "?", "%41", "%", "+", ",", "ü", " ",
            "http:");

    @Test
    void leadsWhereTheLibrarySays() {
        Random random = new Random(8);
        for (int round = 0; round < 50_000; round++) {
            String page = PAGES.get(random.nextInt(PAGES.size()));
            StringBuilder address = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                address.append(PIECES.get(random.nextInt(random.nextInt(4) > 0 ? 10 : PIECES.size())));
            }
            String written = address.toString();
            Folder folder = new Folder(page);

            assertThat(folder.target(page, written))
                    .as("'%s' in '%s'", written, page)
                    .isEqualTo(folder.resolvedAsUri(page, written));
        }
    }
}
