package dev.lexlab.site.links;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was good some days ago is good today: a file for each address, holding the address, when it was asked, and what came of it.
 * Only good and moved ones are kept, so that what an author mends and what nobody knew is asked again at once.
 */
final class LinkMemory {
    private static final int SHORTEST_DAYS = 3;
    private static final int LONGEST_DAYS = 7;

    private final Path folder;
    private final Supplier<Instant> clock;

    LinkMemory(Path folder, Supplier<Instant> clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Optional<LinkState> find(String url) {
        try {
            List<String> lines = Files.readAllLines(file(url));
            if (lines.size() != 4 || !lines.get(0).equals(url)) {
                return Optional.empty();
            }
            Instant asked = Instant.ofEpochSecond(Long.parseLong(lines.get(1)));
            Instant now = clock.get();
            if (asked.isAfter(now) || asked.plus(kept(url)).isBefore(now)) {
                return Optional.empty();
            }
            return Optional.of(new LinkState(LinkState.Kind.valueOf(lines.get(2)), lines.get(3)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // not there, or not ours: then it is asked, which costs a request
        }
    }

    void keep(String url, LinkState state) throws IOException {
        boolean lasts = state.kind() == LinkState.Kind.GOOD || state.kind() == LinkState.Kind.MOVED;
        if (!lasts || url.contains("\n") || state.what().contains("\n")) {
            Files.deleteIfExists(file(url));
            return;
        }
        Files.createDirectories(folder);
        WholeFile.write(
                file(url),
                url + "\n" + clock.get().getEpochSecond() + "\n" + state.kind() + "\n" + state.what() + "\n");
    }

    /** Three to seven days, by the address: so that not all of them have to be asked on one day. */
    private static Duration kept(String url) {
        int spread = LONGEST_DAYS - SHORTEST_DAYS + 1;
        return Duration.ofDays(SHORTEST_DAYS + Math.floorMod(url.hashCode(), spread));
    }

    private Path file(String url) {
        return folder.resolve(Hashes.of(url));
    }
}
