package dev.lexlab.site.browser;

import java.util.regex.Pattern;

/** The kinds of pages a site has. The first that fits an address is its kind. */
enum PageKind {
    HOME("index\\.html", "index.html"),
    NOT_FOUND("404\\.html", "404.html"),
    GLOSSARY("glossary\\.html", "glossary.html"),
    BOOK("book\\.html", "book.html"),
    MYTHS("myths\\.html", "myths.html"),
    SOURCES("sources\\.html", "sources.html"),
    LABS("labs/index\\.html", "labs/index.html"),
    LAB("labs/[^/]+/index\\.html", "labs/postgres/index.html"),
    TASK("labs/[^/]+/[^/]+\\.html", "labs/postgres/rules-in-the-schema.html"),
    CONCEPT("[^/]+/index\\.html", "containers/index.html"),
    TERM("[^/]+/[^/]+\\.html", "containers/process.html");

    private final Pattern addresses;
    private final String example;

    PageKind(String addresses, String example) {
        this.addresses = Pattern.compile(addresses);
        this.example = example;
    }

    /** The address of a page of this kind, from the site's root. */
    String example() {
        return example;
    }

    /**
     * @throws IllegalArgumentException where a page is of no kind that is tested
     */
    static PageKind of(String page) {
        for (PageKind kind : values()) {
            if (kind.addresses.matcher(page).matches()) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "'" + page + "' is of no kind in PageKind: add its kind, so that it is tested");
    }
}
