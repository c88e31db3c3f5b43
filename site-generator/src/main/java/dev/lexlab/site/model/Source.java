package dev.lexlab.site.model;

import java.util.List;

/**
 * A work that pages cite.
 *
 * @param by author or publisher
 * @param read the day it was read, ISO 8601
 * @param citedBy slugs of the terms that cite it, by title
 */
public record Source(
        String id, String title, String by, String url, String licence, String read, List<String> citedBy) {}
