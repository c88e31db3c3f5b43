package dev.lexlab.site.pipeline;

import dev.lexlab.site.exchange.Exchange;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.search.SearchIndex;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A built site in memory, for an author who looks at it while writing. What is made from the site as a whole (the index for search, the
 * lists for programs) is made when somebody asks for it, and then kept: most edits are looked at on one page.
 */
public final class LiveSite {
    private final Site site;
    private final Map<String, Supplier<byte[]>> files;
    private final Set<String> lasting;
    private byte @Nullable [] search;
    private @Nullable SortedMap<String, byte[]> lists;

    /**
     * A site.
     *
     * @param files all files but those that are made from the site as a whole
     * @param lasting addresses of its pages, see {@link Exchange#files}
     */
    LiveSite(Site site, Map<String, Supplier<byte[]>> files, Set<String> lasting) {
        this.site = site;
        this.files = files;
        this.lasting = lasting;
    }

    /** Of all files. */
    Set<String> addresses() {
        Set<String> addresses = new HashSet<>(files.keySet());
        addresses.add(SearchIndex.ADDRESS);
        addresses.addAll(Exchange.addresses(site));
        return addresses;
    }

    /** The bytes at an address from the site's root. */
    public Optional<byte[]> file(String path) {
        Supplier<byte[]> file = files.get(path);
        if (file != null) {
            return Optional.of(file.get());
        }
        return path.equals(SearchIndex.ADDRESS) ? Optional.of(search()) : Optional.ofNullable(lists().get(path));
    }

    private synchronized byte[] search() {
        byte[] made = search == null ? SearchIndex.of(site) : search;
        search = made;
        return made;
    }

    private synchronized SortedMap<String, byte[]> lists() {
        SortedMap<String, byte[]> made = lists == null ? Exchange.files(site, lasting) : lists;
        lists = made;
        return made;
    }

    /** Whether a reader could see a difference. */
    boolean looksLike(LiveSite other) {
        return files.keySet().equals(other.files.keySet())
                && files.entrySet().stream().allMatch(file -> isSame(file.getValue(), other.files.get(file.getKey())));
    }

    /** Of most pages it is the very one of the build before. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Supplier<byte[]> one, @Nullable Supplier<byte[]> other) {
        return other != null && (one == other || Arrays.equals(one.get(), other.get()));
    }
}
