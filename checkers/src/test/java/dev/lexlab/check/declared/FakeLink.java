package dev.lexlab.check.declared;

import dev.lexlab.check.author.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notes what is done to it, and has counted what a test says. */
final class FakeLink implements Link {
    final List<String> suffered = new ArrayList<>();
    private final Traffic traffic;

    FakeLink(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public void slow(Duration delay) {
        suffered.add("slow " + delay);
    }

    @Override
    public void throttle(int bytesPerSecond) {
        suffered.add("throttle " + bytesPerSecond);
    }

    @Override
    public void cut() {
        suffered.add("cut");
    }

    @Override
    public void blackHole() {
        suffered.add("blackHole");
    }

    @Override
    public void mend() {
        suffered.add("mend");
    }

    @Override
    public Traffic traffic() {
        suffered.add("traffic");
        return traffic;
    }
}
