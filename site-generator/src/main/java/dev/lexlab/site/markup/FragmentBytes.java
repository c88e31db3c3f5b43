package dev.lexlab.site.markup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fragment as bytes, and back: the problems, the anchors, each with their number before them, and the HTML. A number takes four
 * bytes, a text its length in bytes and UTF-8.
 */
final class FragmentBytes {

    private FragmentBytes() {}

    static byte[] of(Fragment fragment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(fragment.html().length() + 1024);
        add(out, fragment.problems().size());
        for (Problem problem : fragment.problems()) {
            add(out, problem.place().file());
            add(out, problem.place().line());
            add(out, problem.place().column());
            add(out, problem.what());
            add(out, problem.hint());
        }
        add(out, fragment.anchors().size());
        fragment.anchors().forEach((id, words) -> {
            add(out, id);
            add(out, words);
        });
        add(out, fragment.html());
        return out.toByteArray();
    }

    private static void add(ByteArrayOutputStream out, int number) {
        out.write(number >>> 24);
        out.write(number >>> 16);
        out.write(number >>> 8);
        out.write(number);
    }

    private static void add(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        add(out, bytes.length);
        out.writeBytes(bytes);
    }

    /** @throws IOException where no fragment was ever written like this; no number in it is believed before it was compared */
    static Fragment read(byte[] bytes) throws IOException {
        Stored stored = new Stored(bytes);
        List<Problem> problems = new ArrayList<>();
        for (int count = stored.number(); count > 0; count--) {
            Place place = new Place(stored.text(), stored.number(), stored.number());
            problems.add(new Problem(place, stored.text(), stored.text()));
        }
        Map<String, String> anchors = new LinkedHashMap<>();
        for (int count = stored.number(); count > 0; count--) {
            anchors.put(stored.text(), stored.text());
        }
        return new Fragment(stored.text(), anchors, problems);
    }

    /** Reads from the front. */
    private static final class Stored {
        private final byte[] bytes;
        private final ByteBuffer left;

        Stored(byte[] bytes) {
            this.bytes = bytes;
            this.left = ByteBuffer.wrap(bytes);
        }

        int number() throws IOException {
            if (left.remaining() < Integer.BYTES) {
                throw new IOException("a number is missing");
            }
            return left.getInt();
        }

        String text() throws IOException {
            int length = number();
            if (length < 0 || length > left.remaining()) {
                throw new IOException("a text is missing");
            }
            String text = new String(bytes, left.position(), length, UTF_8);
            left.position(left.position() + length);
            return text;
        }
    }
}
