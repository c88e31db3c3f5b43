package dev.lexlab.site.markup;

import java.util.Map;

/**
 * A fragment's text in the form that both markups have in common.
 *
 * @param anchors see {@link Fragment}
 */
record Shaped(String html, Map<String, String> anchors) {}
