package dev.lexlab.site.model;

import java.util.List;
import java.util.Optional;

/**
 * A glossary entry with its page.
 *
 * @param url from the site's root: {@code containers/process.html}
 * @param level beginner, intermediate or advanced
 * @param definition one sentence as HTML ({@code <code>} at most)
 * @param requires slugs to know first
 * @param usedBy slugs of terms that require this one or link to it, by title
 * @param sources what the page rests on, numbered from 1
 * @param further "Read on", easiest first
 * @param tasks addresses of tasks that teach it
 * @param file from the course's root, for the edit link
 */
public record Term(
        String slug,
        String concept,
        String url,
        String title,
        List<String> aliases,
        Optional<String> plural,
        String level,
        String definition,
        List<String> requires,
        List<String> seeAlso,
        List<String> usedBy,
        List<Source> sources,
        List<Source> further,
        List<Myth> myths,
        List<TaskLink> tasks,
        Body body,
        String file,
        Optional<String> editUrl) {

    /** A task that practises a term. */
    public record TaskLink(String title, String url) {}
}
