package dev.lexlab.site.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file system says of a file without its being read. A file that has the same stamp as before has the same bytes, unless it
 * was written within the moment in which it was looked at: so a stamp counts only when the file had been at rest for a while.
 *
 * @param found how it was found
 * @param real where it lies, links followed
 * @param key of the file itself, where the system tells one
 * @param changed the time of the last change to anything about it; of the last writing where the system tells no more
 */
record Stamp(Path found, Path real, @Nullable Object key, long size, FileTime written, FileTime changed) {
    /** Longer than the steps in which any file system tells the time. */
    private static final long REST_MILLIS = 2000;

    /** Nothing where there is no such file. */
    static Optional<Stamp> of(Path file) {
        try {
            Path real = file.toRealPath();
            BasicFileAttributes about =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Stamp(
                    file, real, about.fileKey(), about.size(), about.lastModifiedTime(), changed(real, about)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FileTime changed(Path real, BasicFileAttributes about) throws IOException {
        if (!real.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return about.lastModifiedTime();
        }
        Map<String, Object> unix = Files.readAttributes(real, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        return unix.get("ctime") instanceof FileTime time ? time : about.lastModifiedTime();
    }

    /** @param now milliseconds since 1970, taken before the file was read */
    boolean wasAtRest(long now) {
        return Math.max(written.toMillis(), changed.toMillis()) < now - REST_MILLIS;
    }
}
