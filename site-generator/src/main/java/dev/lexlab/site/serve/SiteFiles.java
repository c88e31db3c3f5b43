package dev.lexlab.site.serve;

import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.files.PathJail;
import dev.lexlab.lab.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Files of the site's present generation by the path of a request, and none outside it. */
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

    private final Path site;
    private final Supplier<List<Problem>> problems;

    SiteFiles(Path site, Supplier<List<Problem>> problems) {
        this.site = site;
        this.problems = problems;
    }

    Reply reply(URI request) throws IOException {
        if (!Files.isDirectory(site)) {
            return notBuilt();
        }
        PathJail generation = new PathJail(site);
        Reply reply = reply(generation, request);
        // The generation may have been switched and the old one deleted while we looked.
        return reply.status() == 404 && !generation.root().equals(site.toRealPath())
                ? reply(new PathJail(site), request)
                : reply;
    }

    private Reply reply(PathJail generation, URI request) throws IOException {
        String path = request.getPath().replaceFirst("^/+", "");
        boolean folder = path.isEmpty() || path.endsWith("/");
        try {
            return file(generation, folder ? path + "index.html" : path, 200);
        } catch (PathJail.Refused notAFile) {
            if (!folder && holds(generation, path + "/index.html")) {
                return Reply.of(302, "text/plain", new byte[0]).with("Location", request.getRawPath() + "/");
            }
            return notFound(generation);
        }
    }

    private static boolean holds(PathJail generation, String path) {
        try {
            generation.file(generation.root(), path);
            return true;
        } catch (PathJail.Refused e) {
            return false;
        }
    }

    private static Reply notFound(PathJail generation) throws IOException {
        try {
            return file(generation, "404.html", 404);
        } catch (PathJail.Refused e) {
            return Reply.text(404, "There is no page at this address.\n");
        }
    }

    private static Reply file(PathJail generation, String path, int status) throws PathJail.Refused, IOException {
        Path file = generation.file(generation.root(), path);
        return Reply.of(status, type(file.getFileName().toString()), Files.readAllBytes(file));
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
