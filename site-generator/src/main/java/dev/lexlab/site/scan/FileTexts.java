package dev.lexlab.site.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.files.Stamp;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files, and says so in words where one cannot be read. */
final class FileTexts {
    /** Stands for bytes that are no character. */
    private static final char REPLACEMENT = '\ufffd';

    private final Roots roots;
    private final Border border;
    private final Problems problems;
    private final List<Stamp> seen = new ArrayList<>();
    private boolean missed;

    FileTexts(Roots roots, Border border, Problems problems) {
        this.roots = roots;
        this.border = border;
        this.problems = problems;
    }

    /** Somebody looked for a file that is not there: when it comes, what was read is another text. */
    void miss() {
        missed = true;
    }

    boolean hasMissed() {
        return missed;
    }

    /** What all files that were asked for looked like before they were read. */
    List<Stamp> seen() {
        return List.copyOf(seen);
    }

    Optional<byte[]> bytes(Path file, int most) {
        Place place = Place.of(roots.name(file));
        Stamp.of(file).ifPresent(seen::add);
        try {
            Optional<String> refusal = border.refusal(file);
            if (refusal.isPresent()) {
                problems.add(place, refusal.get(), "put a file of its own here");
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(most + 1);
                if (bytes.length <= most) {
                    return Optional.of(bytes);
                }
            }
            problems.add(
                    place,
                    "has " + Limits.size(Files.size(file)) + ", and more than " + Limits.size(most) + " are not read",
                    "split it");
        } catch (IOException e) {
            problems.add(place, "cannot be read: " + e.getMessage(), "");
        }
        return Optional.empty();
    }

    /** UTF-8, a byte order mark taken off, line ends made {@code \n}. */
    Optional<String> text(Path file) {
        return bytes(file, Limits.PAGE_BYTES).flatMap(bytes -> decode(file, bytes));
    }

    private Optional<String> decode(Path file, byte[] bytes) {
        try {
            return Optional.of(decoded(bytes));
        } catch (CharacterCodingException e) {
            problems.add(Place.of(roots.name(file)), "is not UTF-8", "save it as UTF-8");
            return Optional.empty();
        }
    }

    /** @throws CharacterCodingException where they are not UTF-8 */
    static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) { // an author may have written it; who is strict takes longer, and knows
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
        String whole = text.startsWith("\ufeff") ? text.substring(1) : text;
        return whole.indexOf('\r') < 0 ? whole : whole.replace("\r\n", "\n");
    }

    Optional<TextFile> optional(Path file) {
        return Files.isRegularFile(file)
                ? text(file).map(text -> new TextFile(roots.name(file), text))
                : Optional.empty();
    }
}
