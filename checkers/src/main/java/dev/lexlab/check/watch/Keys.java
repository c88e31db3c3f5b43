package dev.lexlab.check.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads what somebody types, a line at a time: single keys would need a terminal that may stay odd when we are killed. */
final class Keys {

    private Keys() {}

    static void read(InputStream in, Inbox inbox) {
        Thread thread = new Thread(() -> readAll(in, inbox), "keys");
        thread.setDaemon(true); // nothing ends a read from a terminal
        thread.start();
    }

    private static void readAll(InputStream in, Inbox inbox) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                inbox.put(new Event.Typed(line));
            }
        } catch (IOException e) {
            // as good as the end
        }
        inbox.put(new Event.Ended());
    }
}
