package dev.lexlab.site.address;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of the site, or a place in it.
 *
 * @param page from the site's root: {@code containers/process.html}
 * @param anchor without its sign; empty for the page as a whole
 */
public record PublicAddress(String page, String anchor) implements Comparable<PublicAddress> {
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,300}");
    private static final Comparator<PublicAddress> ORDER =
            Comparator.comparing(PublicAddress::page).thenComparing(PublicAddress::anchor);

    /** Empty where a text is no address of a site. */
    public static Optional<PublicAddress> parse(String text) {
        int hash = text.indexOf('#');
        String page = hash < 0 ? text : text.substring(0, hash);
        String anchor = hash < 0 ? "" : text.substring(hash + 1);
        boolean isPage =
                PAGE.matcher(page).matches() && page.endsWith(".html") && !page.contains("..") && !page.contains("//");
        boolean isAnchor =
                hash < 0 || (!anchor.isEmpty() && anchor.codePoints().noneMatch(PublicAddress::isForbiddenInAnchor));
        return isPage && isAnchor ? Optional.of(new PublicAddress(page, anchor)) : Optional.empty();
    }

    private static boolean isForbiddenInAnchor(int c) {
        return Character.isWhitespace(c) || Character.isISOControl(c) || "#<>\"'`&%".indexOf(c) >= 0;
    }

    public boolean isPage() {
        return anchor.isEmpty();
    }

    @Override
    public int compareTo(PublicAddress other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isPage() ? page : page + "#" + anchor;
    }
}
