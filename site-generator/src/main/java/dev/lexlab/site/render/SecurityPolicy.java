package dev.lexlab.site.render;

/** What a page of ours may load: its own files, and nothing from anybody else. */
final class SecurityPolicy {
    private static final String PUBLISHED = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " font-src 'self'; base-uri 'none'; form-action 'none'";

    private SecurityPolicy() {}

    /** For the {@code meta} element. Only a live page talks to its server. */
    static String of(boolean live) {
        return live ? PUBLISHED + "; connect-src 'self'" : PUBLISHED;
    }

    /**
     * For static hosts that read a {@code _headers} file. {@code frame-ancestors} counts only in a header; theme files carry their
     * hash in their name, so they may be kept for ever.
     */
    static String headersFile() {
        return """
                /*
                  Content-Security-Policy: %s; frame-ancestors 'none'
                  Referrer-Policy: no-referrer
                  X-Content-Type-Options: nosniff
                  Cross-Origin-Opener-Policy: same-origin
                /theme/*
                  Cache-Control: public, max-age=31536000, immutable
                /search-index.js
                  Cache-Control: no-cache
                """.formatted(PUBLISHED);
    }
}
