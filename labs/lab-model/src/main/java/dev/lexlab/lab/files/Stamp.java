package dev.lexlab.lab.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file system says of a file without its being read. A file that has the same stamp as before has the same bytes, unless it
 * was written within the moment in which it was looked at: so a stamp counts only when the file had been at rest for a while.
 *
 * @param found how it was found; links are followed
 * @param file which file it is, where the system tells
 * @param changed the time of the last change to anything about it; of the last writing where the system tells no more
 */
public record Stamp(Path found, String file, long size, FileTime written, FileTime changed) {
    /** Longer than the steps in which any file system tells the time. */
    private static final long REST_MILLIS = 2000;

    private static final boolean IS_UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /** Nothing where there is no such file. */
    public static Optional<Stamp> of(Path file) {
        try {
            if (IS_UNIX && file.getFileSystem().equals(FileSystems.getDefault())) {
                Map<String, Object> about = Files.readAttributes(file, "unix:dev,ino,size,lastModifiedTime,ctime");
                return Optional.of(new Stamp(
                        file,
                        about.get("dev") + " " + about.get("ino"),
                        about.get("size") instanceof Long size ? size : -1,
                        time(about.get("lastModifiedTime")),
                        time(about.get("ctime"))));
            }
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime written = about.lastModifiedTime();
            return Optional.of(new Stamp(file, String.valueOf(about.fileKey()), about.size(), written, written));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The same, found by another name. */
    Stamp under(Path name) {
        return new Stamp(name, file, size, written, changed);
    }

    /**
     * All of it in one line; equal where the stamps are. It is most of what a build does that finds nothing changed, and Java would
     * make forty classes before the first of such strings with numbers in them is put together by {@code +}.
     */
    String line() {
        StringBuilder line = new StringBuilder(file).append('\t').append(size);
        add(written, line.append('\t'));
        add(changed, line.append('\t'));
        return line.toString();
    }

    private static void add(FileTime time, StringBuilder line) {
        Instant moment = time.toInstant();
        line.append(moment.getEpochSecond()).append(' ').append(moment.getNano());
    }

    private static FileTime time(@Nullable Object value) {
        return value instanceof FileTime time ? time : FileTime.fromMillis(Long.MAX_VALUE); // never at rest
    }

    /** @param now milliseconds since 1970, taken before the file was read */
    public boolean wasAtRest(long now) {
        return Math.max(written.toMillis(), changed.toMillis()) < now - REST_MILLIS;
    }
}
