package dev.lexlab.site.serve;

import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.problem.Problem;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Files of the site by the path of a request. They are looked up by name, so nothing else of this machine can be asked for. */
final class SiteFiles {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("md", "text/markdown; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("pdf", "application/pdf"));

    private final SiteSource site;
    private final Supplier<List<Problem>> problems;
    private final LongSupplier version;

    /** @param version what open pages are told that the site's is */
    SiteFiles(SiteSource site, Supplier<List<Problem>> problems, LongSupplier version) {
        this.site = site;
        this.problems = problems;
        this.version = version;
    }

    /**
     * With the version that the site had before: a page that is loaded while the site changes must not take itself for the newer one.
     * The one header of an answer that its page's script can read is {@code Server-Timing} (https://www.w3.org/TR/server-timing/).
     */
    Reply reply(URI request) {
        String before = "version;desc=\"" + version.getAsLong() + "\"";
        return file(request).with("Server-Timing", before);
    }

    private Reply file(URI request) {
        if (!site.isThere()) {
            return notBuilt();
        }
        String path = request.getPath().replaceFirst("^/+", "");
        boolean folder = path.isEmpty() || path.endsWith("/");
        String name = folder ? path + "index.html" : path;
        Optional<byte[]> file = site.file(name);
        if (file.isPresent()) {
            return Reply.of(200, type(name), file.get());
        }
        if (!folder && site.file(path + "/index.html").isPresent()) {
            return Reply.of(302, "text/plain", new byte[0]).with("Location", request.getRawPath() + "/");
        }
        return site.file("404.html")
                .map(page -> Reply.of(404, type("404.html"), page))
                .orElseGet(() -> Reply.text(404, "There is no page at this address.\n"));
    }

    private static String type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    /** The very first build has failed or still runs. There is no page to carry the news, so this one asks again by itself. */
    private Reply notBuilt() {
        String found = problems.get().stream().map(Problem::toString).collect(joining("\n", "", "\n"));
        String text = found.isBlank()
                ? "The site is being built.\n"
                : "The site could not be built. Correct this, and it appears here:\n\n" + found;
        return Reply.text(503, text).with("Refresh", "1");
    }
}
