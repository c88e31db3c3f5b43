package dev.lexlab.site.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small course in both markups under the hands of somebody who edits it at random: words, headings, names, definitions, sources,
 * pictures, included files, whole pages. Some edits break it, and a later one mends that.
 */
final class EditedSite {
    private static final List<String> WORDS = List.of(
            "kettle",
            "cup",
            "steam",
            "leaf",
            "water",
            "the",
            "boils",
            "pours",
            "cools",
            "a long while",
            "Kettles",
            "at last");

    private final Path root;
    private final Random random;
    private final SortedMap<String, Page> pages = new TreeMap<>();
    private int last;
    private boolean hasSecondSource;
    private int width = 40;

    EditedSite(Path root, long seed) throws IOException {
        this.root = root;
        this.random = new Random(seed);
        for (String slug : List.of("kettle", "cup", "steam")) {
            pages.put(slug, new Page("tea", slug, "md"));
        }
        for (String slug : List.of("leaf", "water")) {
            pages.put(slug, new Page("plants", slug, "adoc"));
        }
        write("content/tea/index.md", overview("Tea"));
        write("content/plants/index.md", overview("Plants"));
        write("labs/tea/examples/pour.sh", "# tag::pour[]\npour 0\n# end::pour[]\n");
        writeAll();
    }

    private static String overview(String title) {
        return "---\nterm: " + title + "\nlevel: beginner\ndefinition: About it.\nsources: [one]\n---\nWords of "
                + title + ".\n";
    }

    /** What an author would call it. */
    String edit() throws IOException {
        Page page = new ArrayList<>(pages.values()).get(random.nextInt(pages.size()));
        String what = switch (random.nextInt(12)) {
            case 0, 1, 2 -> page.say(WORDS.get(random.nextInt(WORDS.size())) + " " + ++last);
            case 3 -> page.define("A thing " + ++last + ".");
            case 4 -> page.head("Part " + random.nextInt(4));
            case 5 -> unhead(page);
            case 6 -> page.name(page.slug + (random.nextInt(4) == 0 ? "" : " " + ++last));
            case 7 -> lead(page);
            case 8 -> pour();
            case 9 -> addOrTake();
            case 10 -> picture();
            default -> cite(page);
        };
        writeAll();
        return what;
    }

    /** Mostly to what is there. */
    private String lead(Page page) {
        Page to = new ArrayList<>(pages.values()).get(random.nextInt(pages.size()));
        String there = to.headings.isEmpty() ? "" : to.headings.get(0);
        return page.lead(to, random.nextInt(6) == 0 ? "Part 3" : there);
    }

    /** Mostly with the links that led there. */
    private String unhead(Page page) {
        if (random.nextInt(4) > 0) {
            pages.values().forEach(other -> other.link = other.linked.equals(page.slug) ? "" : other.link);
        }
        page.headings.clear();
        return "no headings in " + page.slug;
    }

    private String pour() throws IOException {
        write("labs/tea/examples/pour.sh", "# tag::pour[]\npour " + ++last + "\n# end::pour[]\n");
        return "an included file";
    }

    private String addOrTake() throws IOException {
        if (pages.containsKey("spoon")) {
            Page page = pages.remove("spoon");
            pages.values().forEach(other -> other.link = other.linked.equals("spoon") ? "" : other.link);
            Files.delete(root.resolve(page == null ? "" : page.file()));
            return "a page is taken away";
        }
        pages.put("spoon", new Page("tea", "spoon", random.nextBoolean() ? "md" : "adoc"));
        return "a page is added";
    }

    private String picture() {
        width = 20 + random.nextInt(40);
        return "a picture";
    }

    private String cite(Page page) {
        hasSecondSource = !hasSecondSource;
        page.cited = hasSecondSource ? 2 : 1;
        return "sources, and what " + page.slug + " cites";
    }

    private void writeAll() throws IOException {
        write("content/site.yml", """
                title: Kettle
                tagline: A small one.
                base-url: https://example.org/kettle/
                navigation:
                  - {concept: tea, title: Tea, summary: About tea.}
                  - {concept: plants, title: Plants, summary: About plants.}
                """);
        String source =
                ", title: A work, publisher: Us, url: 'https://example.org/1', licence: CC0-1.0, read: 2026-11-22}\n";
        write("content/sources.yml", "- {id: one" + source + (hasSecondSource ? "- {id: two" + source : ""));
        write("content/assets/credits.yml", "cup.svg: {credit: Us, licence: CC0-1.0}\n");
        write(
                "content/assets/cup.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"10\"></svg>\n");
        for (Page page : pages.values()) {
            write(page.file(), page.text());
        }
    }

    /** Leaves alone what is so already, as an editor does. */
    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    /** A term. */
    private static final class Page {
        private final String concept;
        private final String slug;
        private final String ending;
        private String title;
        private String definition = "A thing.";
        private String words = "Nothing yet.";
        private final List<String> headings = new ArrayList<>();
        private String link = "";
        private String linked = "";
        private int cited = 1;

        Page(String concept, String slug, String ending) {
            this.concept = concept;
            this.slug = slug;
            this.ending = ending;
            title = slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1);
        }

        String file() {
            return "content/" + concept + "/terms/" + slug + "." + ending;
        }

        String say(String said) {
            words = words.length() > 400 ? said : words + " It is " + said + ".";
            return "words of " + slug;
        }

        String define(String now) {
            definition = now;
            return "definition of " + slug;
        }

        String head(String heading) {
            if (!headings.contains(heading)) {
                headings.add(heading);
            }
            return "a heading in " + slug;
        }

        String name(String now) {
            title = now;
            return "name of " + slug;
        }

        String lead(Page to, String heading) {
            linked = to.slug;
            String anchor = heading.isEmpty()
                    ? ""
                    : "#" + heading.toLowerCase(Locale.ROOT).replace(' ', '-');
            boolean md = ending.equals("md");
            String path = "../../" + to.concept + "/terms/" + to.slug + "." + to.ending + anchor;
            link = md ? "See [there](" + path + ")." : "See xref:" + path + "[there].";
            return "a link from " + slug + " to " + to.slug + anchor;
        }

        String text() {
            boolean md = ending.equals("md");
            StringBuilder text = new StringBuilder("---\nterm: " + title + "\nlevel: beginner\ndefinition: "
                    + definition + "\n" + "sources: [" + (cited == 1 ? "one" : "two") + "]\n" + "---\n");
            text.append(words).append("\n\n");
            if (!link.isEmpty()) {
                text.append(link).append("\n\n");
            }
            if (slug.equals("cup")) {
                text.append("![A cup](cup.svg)\n\n");
            }
            if (slug.equals("steam")) {
                text.append("```sh\ninclude::../../../labs/tea/examples/pour.sh[tag=pour]\n```\n\n");
            }
            for (String heading : headings) {
                text.append(md ? "## " : "== ")
                        .append(heading)
                        .append("\n\nOf ")
                        .append(slug)
                        .append(".\n\n");
            }
            return text.toString();
        }
    }
}
