package dev.lexlab.site.scan;

import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remarks on attributes that change nothing here: those of other tools, whose work the site does itself, and those that no text names,
 * which may be mistyped. A book that is written for several tools has many, so they are no faults.
 */
final class AttributeUse {
    /** What a page says of itself; see {@code FrontMatter}. */
    static final Set<String> KEYS = Set.of(
            "term",
            "aliases",
            "plural",
            "level",
            "requires",
            "see-also",
            "definition",
            "description",
            "sources",
            "further");
    /** What the engine goes by, and we let it. */
    private static final Set<String> EFFECTIVE = Set.of(
            "appendix-caption",
            "appendix-number",
            "appendix-refsig",
            "attribute-missing",
            "attribute-undefined",
            "author",
            "caution-caption",
            "chapter-refsig",
            "chapter-signifier",
            "compat-mode",
            "doctype",
            "email",
            "experimental",
            "hardbreaks",
            "hardbreaks-option",
            "imagesdir",
            "important-caption",
            "leveloffset",
            "listing-caption",
            "note-caption",
            "part-signifier",
            "partnums",
            "reftext",
            "revdate",
            "revnumber",
            "revremark",
            "section-refsig",
            "sectnumlevels",
            "sectnums",
            "source-language",
            "tabsize",
            "tip-caption",
            "warning-caption",
            "xrefstyle");

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("toc", "every page has its own contents"),
            Map.entry("toclevels", "every page has its own contents"),
            Map.entry("toc-title", "every page has its own contents"),
            Map.entry("icons", "notes are drawn by the site"),
            Map.entry("source-highlighter", "code is coloured while the site is built"),
            Map.entry("idprefix", "ids of headings are their words, joined by '-'"),
            Map.entry("idseparator", "ids of headings are their words, joined by '-'"),
            Map.entry("sectanchors", "readers find a heading's address in the contents"),
            Map.entry("sectlinks", "readers find a heading's address in the contents"),
            Map.entry("stem", "formulas are not drawn"),
            Map.entry("lang", "the pages' frame is in English"));

    private final DocumentAttributes attributes;
    private final Problems problems;

    AttributeUse(DocumentAttributes attributes, Problems problems) {
        this.attributes = attributes;
        this.problems = problems;
    }

    void tell(Optional<AsciidocHeader> header) {
        Map<String, DocumentAttributes.Entry> idle = new LinkedHashMap<>();
        for (DocumentAttributes.Entry entry : attributes.entries()) {
            String name = entry.name();
            boolean isOfTheSite = entry.line().file().endsWith("site.yml");
            if (INSTEAD.containsKey(name)) {
                note(entry, "attribute '" + name + "' does nothing here", INSTEAD.getOrDefault(name, ""));
            } else if (!EFFECTIVE.contains(name) && !KEYS.contains(name) && !attributes.isUsed(name) && !isOfTheSite) {
                idle.putIfAbsent(entry.line().file() + "\n" + name, entry);
            }
        }
        tellIdle(List.copyOf(idle.values()));
        header.ifPresent(this::tellAuthor);
    }

    /** One remark for each file; many tools have their settings side by side. */
    private void tellIdle(List<DocumentAttributes.Entry> idle) {
        for (String file :
                new TreeSet<>(idle.stream().map(entry -> entry.line().file()).toList())) {
            List<DocumentAttributes.Entry> here = idle.stream()
                    .filter(entry -> entry.line().file().equals(file))
                    .toList();
            String names = here.stream().map(entry -> "'" + entry.name() + "'").collect(joining(", "));
            String hint = here.stream()
                    .flatMap(entry -> DidYouMean.nearest(entry.name(), KEYS).stream()
                            .map(near -> "did you mean '" + near + "' by '" + entry.name() + "'?"))
                    .findFirst()
                    .orElse("");
            note(
                    here.get(0),
                    here.size() == 1
                            ? "attribute " + names + " does nothing here, and no text names it"
                            : "attributes " + names + " do nothing here, and no text names them",
                    hint);
        }
    }

    private void tellAuthor(AsciidocHeader header) {
        if (!header.about().isEmpty() && !attributes.isUsed("author") && !attributes.isUsed("authors")) {
            SourceText.Line line = header.about().get(0);
            problems.note(
                    Place.of(line.file(), line.number()),
                    "who wrote this is nowhere shown",
                    "write {author} where readers shall see it, or name the work in sources.yml");
        }
    }

    private void note(DocumentAttributes.Entry entry, String what, String hint) {
        problems.note(Place.of(entry.line().file(), entry.line().number()), what, hint);
    }
}
