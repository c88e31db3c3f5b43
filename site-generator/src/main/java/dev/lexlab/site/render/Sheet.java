package dev.lexlab.site.render;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            return areEqual(map, otherMap);
        }
        if (one instanceof List<?> list && other instanceof List<?> otherList) {
            return areEqual(list, otherList);
        }
        return one.equals(other);
    }

    private static boolean areEqual(Map<?, ?> one, Map<?, ?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : one.entrySet()) {
            if (!areEqual(entry.getValue(), other.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqual(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        for (Object part : one) {
            if (!areEqual(part, others.next())) {
                return false;
            }
        }
        return true;
    }

    Address address() {
        return seenFrom.equals(url) ? Address.from(url) : Address.fromRoot(seenFrom);
    }

    /** Address of the entry of the top bar it belongs to; empty where there is none. */
    String area() {
        return model.get("page") instanceof PageModels.Head head ? head.area() : "";
    }

    /** What a menu of this name shows on this page. */
    MenuKey menu(String name) {
        String folder = seenFrom.substring(0, seenFrom.lastIndexOf('/') + 1);
        return new MenuKey(name, folder, seenFrom.equals(url), part("site"), part("side"));
    }

    private Object part(String name) {
        Object part = model.getOrDefault(name, "");
        return part instanceof Optional<?> optional
                ? optional.map(Object.class::cast).orElse("")
                : part;
    }

    /**
     * Menus with one key are one menu.
     *
     * @param folder where its links begin
     * @param relative whether they are relative
     * @param site the very object
     * @param side the very object
     */
    record MenuKey(String name, String folder, boolean relative, Object site, Object side) {

        @Override
        @SuppressWarnings("ReferenceEquality") // one object each for all pages of a build; to compare them takes long
        public boolean equals(@Nullable Object other) {
            return other instanceof MenuKey key
                    && site == key.site
                    && side == key.side
                    && relative == key.relative
                    && name.equals(key.name)
                    && folder.equals(key.folder);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + folder.hashCode();
        }
    }
}
