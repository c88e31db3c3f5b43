package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The look and the few scripts. A file's name holds the hash of its bytes, so that browsers may keep it for ever; the sheets are
 * written in parts and served as one.
 */
final class Theme {
    private static final List<String> SHEETS =
            List.of("tokens.css", "base.css", "layout.css", "prose.css", "parts.css", "pages.css", "print.css");
    private static final String ICON = "favicon.svg";

    private final File style =
            new File("lexlab.css", SHEETS.stream().map(Theme::read).collect(joining("\n")));
    private final File early = new File("early.js", read("early.js"));
    private final File script = new File("lexlab.js", read("lexlab.js"));
    private final File quiz = new File("quiz.js", read("quiz.js"));
    private final File progress = new File("progress.js", read("progress.js"));
    private final File moved = new File("moved.js", read("moved.js"));
    private final File searchStyle = new File("search.css", read("search.css"));
    private final File searchScript = new File("search.js", read("search.js"));
    private final File liveStyle = new File("live.css", read("live.css"));
    private final File liveScript = new File("live.js", read("live.js"));

    private final Map<String, String> addresses = named();

    private Theme() {}

    static Theme load() {
        return new Theme();
    }

    /** Addresses for the templates, by purpose. */
    Map<String, String> addresses() {
        return addresses;
    }

    private Map<String, String> named() {
        return Map.ofEntries(
                Map.entry("style", style.url()),
                Map.entry("early", early.url()),
                Map.entry("script", script.url()),
                Map.entry("quiz", quiz.url()),
                Map.entry("progress", progress.url()),
                Map.entry("moved", moved.url()),
                Map.entry("searchStyle", searchStyle.url()),
                Map.entry("searchScript", searchScript.url()),
                Map.entry("liveStyle", liveStyle.url()),
                Map.entry("liveScript", liveScript.url()),
                Map.entry("icon", ICON));
    }

    SortedMap<String, byte[]> files(boolean live) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(ICON, read(ICON).getBytes(UTF_8));
        for (File file : List.of(style, early, script, quiz, progress, searchStyle, searchScript)) {
            files.put(file.url(), file.bytes());
        }
        if (live) {
            files.put(liveStyle.url(), liveStyle.bytes());
            files.put(liveScript.url(), liveScript.bytes());
        }
        return files;
    }

    /** What only a site needs that has moved a page or a part of one. */
    SortedMap<String, byte[]> filesForMoves() {
        return new TreeMap<>(Map.of(moved.url(), moved.bytes()));
    }

    private static String read(String name) {
        try (InputStream in = Theme.class.getResourceAsStream("theme/" + name)) {
            if (in == null) {
                throw new IllegalStateException("our own theme file '" + name + "' is missing from the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file under the name that its bytes give it. */
    private static final class File {
        private final String url;
        private final byte[] bytes;

        File(String name, String text) {
            int dot = name.lastIndexOf('.');
            url = "theme/" + name.substring(0, dot) + "." + Hashes.of(text).substring(0, 8) + name.substring(dot);
            bytes = text.getBytes(UTF_8);
        }

        String url() {
            return url;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
