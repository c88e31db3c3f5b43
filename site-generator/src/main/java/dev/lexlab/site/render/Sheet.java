package dev.lexlab.site.render;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A page before it is rendered, with everything that its template can see. Equal sheets give equal pages: that is how whoever keeps
 * pages knows which of them may stay.
 *
 * @param template its name, without the extension
 * @param url from the site's root
 * @param lasting whether it is a page of its own: not one that was moved, nor the one that says that there is none
 * @param seenFrom where its links begin: its own address, or the root of the server for the page that is shown at any depth
 * @param model records, collections and plain values by name
 */
public record Sheet(String template, String url, boolean lasting, String seenFrom, Map<String, Object> model) {

    public Sheet {
        model = Map.copyOf(model);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sheet sheet
                && url.equals(sheet.url)
                && template.equals(sheet.template)
                && lasting == sheet.lasting
                && seenFrom.equals(sheet.seenFrom)
                && areEqual(model, sheet.model);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    /** As {@code equals} says; but most parts are the very objects of the last build, and a record takes long to find that out. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean areEqual(@Nullable Object one, @Nullable Object other) {
        if (one == other || one == null || other == null) {
            return one == other;
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
            return map.size() == otherMap.size()
                    && map.entrySet().stream()
                            .allMatch(entry -> areEqual(entry.getValue(), otherMap.get(entry.getKey())));
        }
        if (one instanceof List<?> list && other instanceof List<?> otherList) {
            return list.size() == otherList.size()
                    && IntStream.range(0, list.size()).allMatch(i -> areEqual(list.get(i), otherList.get(i)));
        }
        return one.equals(other);
    }

    Address address() {
        return seenFrom.equals(url) ? Address.from(url) : Address.fromRoot(seenFrom);
    }
}
