package dev.lexlab.site.address;

import dev.lexlab.lab.files.WholeFile;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The addresses that a course has published: a file in its content, one address a line, sorted, so that whoever removes one sees it
 * in the difference. Lines that begin with {@code #} are for people and stay at the top.
 */
public final class Ledger {
    private static final List<String> HEADER = List.of(
            "# Addresses of this site that others may link to. The build fails where one is lost.",
            "# ./lexlab site --record-addresses adds new ones, --forget-address takes one out.");

    private final Map<PublicAddress, Place> entries;
    private final List<String> comments;

    private Ledger(Map<PublicAddress, Place> entries, List<String> comments) {
        this.entries = Collections.unmodifiableMap(entries);
        this.comments = List.copyOf(comments);
    }

    /** A ledger that nobody has begun. */
    public static Ledger empty() {
        return new Ledger(Map.of(), HEADER);
    }

    /**
     * Reads one; a line that is no address is a problem.
     *
     * @param name the file's name in messages
     */
    public static Ledger read(String name, String text, Problems problems) {
        Map<PublicAddress, Place> entries = new LinkedHashMap<>();
        List<String> comments = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.startsWith("#")) {
                comments.add(line);
            } else if (!line.isEmpty()) {
                add(line, Place.of(name, number), entries, problems);
            }
        }
        return new Ledger(entries, comments);
    }

    private static void add(String line, Place place, Map<PublicAddress, Place> entries, Problems problems) {
        Optional<PublicAddress> address = PublicAddress.parse(line);
        if (address.isEmpty()) {
            problems.add(
                    place, "'" + line + "' is no address of a site", "write page.html or page.html#anchor, one a line");
            return;
        }
        Place first = entries.putIfAbsent(address.get(), place);
        if (first != null) {
            problems.add(place, "'" + line + "' stands here a second time", "first: line " + first.line());
        }
    }

    /** In the order of the file. */
    Map<PublicAddress, Place> entries() {
        return entries;
    }

    boolean has(PublicAddress address) {
        return entries.containsKey(address);
    }

    /** Addresses that are not in it. */
    public SortedSet<PublicAddress> missing(Collection<PublicAddress> addresses) {
        SortedSet<PublicAddress> missing = new TreeSet<>(addresses);
        missing.removeAll(entries.keySet());
        return missing;
    }

    /** With more addresses. */
    public Ledger with(Collection<PublicAddress> addresses) {
        Map<PublicAddress, Place> more = new LinkedHashMap<>(entries);
        addresses.forEach(address -> more.putIfAbsent(address, Place.of("")));
        return new Ledger(more, comments);
    }

    /** Without an address; a page takes its anchors along. */
    public Ledger without(PublicAddress address) {
        Map<PublicAddress, Place> fewer = new LinkedHashMap<>(entries);
        fewer.keySet()
                .removeIf(entry -> entry.equals(address)
                        || (address.isPage() && entry.page().equals(address.page())));
        return new Ledger(fewer, comments);
    }

    public int size() {
        return entries.size();
    }

    /** The nearest address in it to one that is not: {@code did you mean …}, or nothing. */
    public String hint(String address) {
        return DidYouMean.nearest(
                        address,
                        entries.keySet().stream().map(PublicAddress::toString).toList())
                .map(near -> "did you mean '" + near + "'?")
                .orElse("");
    }

    /** Writes it whole or not at all. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(comments);
        new TreeSet<>(entries.keySet()).forEach(address -> lines.add(address.toString()));
        WholeFile.write(file, String.join("\n", lines) + "\n");
    }
}
