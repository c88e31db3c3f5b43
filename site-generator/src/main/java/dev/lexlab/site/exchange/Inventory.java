package dev.lexlab.site.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;

/**
 * {@code objects.inv}, the inventory that Sphinx (intersphinx) and MyST read, so that other people's documentation can refer to a
 * term by its name. Version 2: four lines of text, then a zlib stream (RFC 1950) of lines {@code name domain:role priority uri
 * title}. The stream is stored, not compressed: what a compressor makes of it differs from one release of zlib to the next.
 */
final class Inventory {
    private static final int LONGEST_BLOCK = 0xFFFF;
    /** Found by searches as what it is, not as a mere part of something. */
    private static final String USUAL = "1";

    private Inventory() {}

    static byte[] of(Site site) {
        List<String> lines = new ArrayList<>();
        site.terms().values().forEach(term -> add(lines, term));
        for (LabPage lab : site.labs()) {
            lines.add(line("lab-" + lab.id(), "std:label", lab.url(), lab.title()));
            lab.tasks()
                    .forEach(task -> lines.add(
                            line("lab-" + lab.id() + "-" + task.id(), "std:label", task.url(), task.title())));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("# Sphinx inventory version 2\n# Project: " + oneLine(site.title())
                        + "\n# Version: \n# The remainder of this file is compressed using zlib.\n")
                .getBytes(UTF_8));
        store(file, String.join("", lines).getBytes(UTF_8));
        return file.toByteArray();
    }

    /** By each of its names, and by its identifier as a label. */
    private static void add(List<String> lines, Term term) {
        List<String> names = new ArrayList<>(List.of(term.title()));
        names.addAll(term.aliases());
        names.forEach(name -> lines.add(line(name, "std:term", term.url(), term.title())));
        lines.add(line(term.slug(), "std:label", term.url(), term.title()));
    }

    private static String line(String name, String role, String url, String title) {
        return String.join(" ", oneLine(name), role, USUAL, url, oneLine(title)) + "\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static void store(ByteArrayOutputStream file, byte[] bytes) {
        file.writeBytes(new byte[] {0x78, 0x01});
        for (int start = 0; start == 0 || start < bytes.length; start += LONGEST_BLOCK) {
            int length = Math.min(LONGEST_BLOCK, bytes.length - start);
            file.write(start + length == bytes.length ? 1 : 0);
            file.write(length);
            file.write(length >> 8);
            file.write(~length);
            file.write(~length >> 8);
            file.write(bytes, start, length);
        }
        Adler32 sum = new Adler32();
        sum.update(bytes);
        for (int shift = 24; shift >= 0; shift -= 8) {
            file.write((int) (sum.getValue() >> shift));
        }
    }
}
