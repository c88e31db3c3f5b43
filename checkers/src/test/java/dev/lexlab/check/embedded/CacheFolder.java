package dev.lexlab.check.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A folder for tests that the server's account can get to, whoever runs them. */
final class CacheFolder {

    private CacheFolder() {}

    static Map<String, String> in(Path temporary) throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of("XDG_CACHE_HOME", temporary.toString());
    }
}
