package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.site.address.BaseUrl;
import dev.lexlab.site.address.Ledger;
import dev.lexlab.site.address.PublicAddress;
import dev.lexlab.site.address.Redirect;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.scan.TextFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code site.yml}, every {@code sources.yml} and {@code assets/credits.yml}. */
final class DataFiles {
    private static final SiteConfig NONE = new SiteConfig("", "", "/", Optional.empty(), List.of(), List.of(), false);

    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9_-]*");

    private static final String TESTED = "tested";

    private final Roots roots;
    private final Problems problems;

    DataFiles(Roots roots, Problems problems) {
        this.roots = roots;
        this.problems = problems;
    }

    /** What all of them say. */
    Data data(DataTexts texts) {
        return new Data(
                config(texts.siteYml()),
                sources(texts.sourcesYml()),
                credits(texts.creditsYml()),
                ledger(texts.addresses()));
    }

    SiteConfig config(Optional<TextFile> file) {
        if (file.isEmpty()) {
            problems.add(
                    Place.of(roots.name(roots.content().resolve("site.yml"))),
                    "there is no such file",
                    "write it with 'title:' and 'tagline:', or let ./lexlab new site DIR make a course to put these"
                            + " pages into");
            return NONE;
        }
        return Yaml.read(file.get().name(), file.get().text(), 0, problems)
                .map(this::config)
                .orElse(NONE);
    }

    private SiteConfig config(YamlMap yaml) {
        String baseUrl = yaml.optionalText("base-url").orElse("/");
        if (!BaseUrl.isOne(baseUrl)) {
            problems.add(yaml.place("base-url"), "'" + baseUrl + "' is no place of a site", BaseUrl.HINT);
        }
        Optional<String> editLink = yaml.optionalText("edit-link");
        if (editLink.isPresent() && !editLink.get().contains("{path}")) {
            problems.add(yaml.place("edit-link"), "'edit-link' has no {path}", "put it where the file's path belongs");
        }
        if (editLink.isPresent() && !isWebAddress(editLink.get().replace("{path}", "x"))) {
            problems.add(
                    yaml.place("edit-link"),
                    "'" + editLink.get() + "' is no web address",
                    "it begins with https:// and has {path} in it");
        }
        List<SiteConfig.Entry> navigation = new ArrayList<>();
        for (YamlMap entry : yaml.maps("navigation")) {
            navigation.add(new SiteConfig.Entry(
                    entry.place("concept"),
                    entry.text("concept"),
                    entry.text("title"),
                    entry.text("summary"),
                    entry.texts("terms")));
            entry.refuseUnknownKeys();
        }
        refuseBadAttributes(yaml);
        SiteConfig config = new SiteConfig(
                yaml.text("title"),
                yaml.text("tagline"),
                baseUrl,
                editLink,
                navigation,
                redirects(yaml),
                testedCode(yaml));
        yaml.refuseUnknownKeys();
        return config;
    }

    /** The pages have them from where they are read; here they are known and judged. */
    private void refuseBadAttributes(YamlMap yaml) {
        yaml.map("attributes").ifPresent(map -> {
            for (String name : map.keys()) {
                if (!ATTRIBUTE.matcher(name).matches()) {
                    problems.add(
                            map.place(name),
                            "'" + name + "' cannot be an attribute",
                            "use a-z, 0-9, '_' and '-', a letter first");
                }
                if (map.optionalText(name).orElse("").strip().indexOf('\n') >= 0) {
                    problems.add(map.place(name), "attribute '" + name + "' has more than one line", "");
                }
            }
        });
    }

    /** A key without the one value that it knows would be a rule that holds for nothing, in silence. */
    private boolean testedCode(YamlMap yaml) {
        if (!yaml.has("code")) {
            return false;
        }
        String value = yaml.optionalText("code").orElse("");
        if (!value.equals(TESTED)) {
            problems.add(
                    yaml.place("code"),
                    "'code' can be '" + TESTED + "' and nothing else"
                            + (value.isEmpty() ? "" : ", not '" + value + "'"),
                    "leave the key out where code may come from anywhere");
        }
        return value.equals(TESTED);
    }

    private List<Redirect> redirects(YamlMap yaml) {
        List<Redirect> redirects = new ArrayList<>();
        yaml.map("redirects").ifPresent(map -> {
            for (String from : map.keys()) {
                Optional<PublicAddress> gone = address(from, map.place(from));
                Optional<PublicAddress> now = address(map.text(from), map.place(from));
                if (gone.isPresent() && now.isPresent()) {
                    redirects.add(new Redirect(map.place(from), gone.get(), now.get()));
                }
            }
        });
        return redirects;
    }

    private Optional<PublicAddress> address(String text, Place place) {
        Optional<PublicAddress> address = PublicAddress.parse(text);
        if (address.isEmpty() && !text.isBlank()) { // an empty one is told already
            problems.add(
                    place,
                    "'" + text + "' is no address of this site",
                    "write it like containers/process.html or containers/process.html#anchor");
        }
        return address;
    }

    /** The addresses that were published, where a course keeps them. */
    private Optional<Ledger> ledger(Optional<TextFile> file) {
        return file.map(text -> Ledger.read(text.name(), text.text(), problems));
    }

    /** Whichever file one stands in, its id is the whole site's. */
    private Map<String, RawSource> sources(List<TextFile> files) {
        Map<String, RawSource> sources = new LinkedHashMap<>();
        files.forEach(file -> addSources(file, sources));
        return sources;
    }

    private void addSources(TextFile file, Map<String, RawSource> sources) {
        for (YamlMap yaml : Yaml.readList(file.name(), file.text(), problems)) {
            RawSource source = source(yaml);
            yaml.refuseUnknownKeys();
            RawSource first = sources.putIfAbsent(source.id(), source);
            if (first != null) {
                problems.add(
                        source.place(),
                        "source '" + source.id() + "' stands here a second time",
                        first.place().file().equals(source.place().file())
                                ? "first: line " + first.place().line()
                                : "first: " + first.place().file() + ":"
                                        + first.place().line());
            }
        }
    }

    private RawSource source(YamlMap yaml) {
        if (yaml.has("author") == yaml.has("publisher")) {
            problems.add(yaml.place(), "a source has an author or a publisher, one of them", "");
        }
        String by = yaml.optionalText("author")
                .or(() -> yaml.optionalText("publisher"))
                .orElse("");
        RawSource source = new RawSource(
                yaml.place("id"),
                yaml.place("url"),
                yaml.text("id"),
                yaml.text("title"),
                by,
                yaml.text("url"),
                yaml.text("licence"),
                yaml.text("read"));
        if (!source.url().isEmpty() && !isWebAddress(source.url())) {
            problems.add(yaml.place("url"), "'" + source.url() + "' is no web address", "it begins with https://");
        }
        if (!source.read().isEmpty() && !isDay(source.read())) {
            problems.add(yaml.place("read"), "'" + source.read() + "' is no day", "write it like 2026-01-31");
        }
        return source;
    }

    private Map<String, Credit> credits(Optional<TextFile> file) {
        Map<String, Credit> credits = new LinkedHashMap<>();
        if (file.isEmpty()) {
            return credits;
        }
        Yaml.read(file.get().name(), file.get().text(), 0, problems).ifPresent(yaml -> {
            for (String asset : yaml.keys()) {
                yaml.map(asset).ifPresent(body -> {
                    credits.put(asset, new Credit(yaml.place(asset), body.text("credit"), body.text("licence")));
                    body.refuseUnknownKeys();
                });
            }
        });
        return credits;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
