package dev.lexlab.site.address;

import java.util.regex.Pattern;

/** Where a site is served: a path, or a web address. */
public final class BaseUrl {
    /** What to do about one that is none. */
    public static final String HINT =
            "write it like https://example.org/glossary/ or /glossary/, other letters than" + " A-Z encoded: %C3%B6";

    private static final Pattern FORM =
            Pattern.compile("(https?://[A-Za-z0-9.-]+(:[0-9]+)?)?(/([A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+)*/?");

    private BaseUrl() {}

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
