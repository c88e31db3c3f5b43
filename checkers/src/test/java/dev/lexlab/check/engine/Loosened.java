package dev.lexlab.check.engine;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import dev.lexlab.lab.text.Untrusted;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The door to containers with one control weaker, and still bounded: so that a test sees what it was that held. */
public final class Loosened {
    /** Nothing is weaker. */
    public static final Loosened NOTHING = new Loosened(Hardening.WHOLE);

    private static final Pattern NUMBER = Pattern.compile("(size|nr_inodes)=(\\d+)");

    private static final BuildLimits USUAL = BuildLimits.USUAL;

    private final Hardening hardening;
    private final Map<String, String> instead;

    private Loosened(Hardening hardening) {
        this(hardening, Map.of());
    }

    private Loosened(Hardening hardening, Map<String, String> instead) {
        this.hardening = hardening;
        this.instead = Map.copyOf(instead);
    }

    /** The engine that these variables name, whatever engine is named. */
    public static Loosened reaching(Map<String, String> environment) {
        return new Loosened(Hardening.WHOLE, environment);
    }

    /** Nothing holds a container but the engine itself: what controls cost is measured against this. */
    public static Loosened plain() {
        return containers(host -> new HostConfig()
                .withNetworkMode(host.getNetworkMode())
                .withTmpFs(host.getTmpFs())
                .withPortBindings(host.getPortBindings()));
    }

    /** So many processes in each container. */
    public static Loosened processes(long most) {
        return containers(host -> host.withPidsLimit(most));
    }

    /** So many megabytes of memory in each container. */
    public static Loosened memory(long megabytes) {
        return containers(host -> host.withMemory(megabytes << 20).withMemorySwap(megabytes << 20));
    }

    /** Folders hold so many times what they are to. */
    public static Loosened folders(int times) {
        return containers(host -> {
            Map<String, String> wider = new TreeMap<>();
            host.getTmpFs()
                    .forEach((folder, options) -> wider.put(
                            folder,
                            NUMBER.matcher(options)
                                    .replaceAll(
                                            found -> found.group(1) + "=" + Long.parseLong(found.group(2)) * times)));
            return host.withTmpFs(wider);
        });
    }

    /** The engine keeps so many megabytes of what a container says. */
    public static Loosened log(int megabytes) {
        return containers(host -> host.withLogConfig(
                new LogConfig(LogConfig.LoggingType.LOCAL, Map.of("max-size", megabytes + "m", "max-file", "2"))));
    }

    /** The processes of the next container are one family with those of another one. */
    public static Loosened processesOf(String container) {
        return containers(host -> host.withPidMode("container:" + container));
    }

    /** A network of a task has an address of this machine. */
    public static Loosened network() {
        return new Loosened(new Hardening(UnaryOperator.identity(), options -> Map.of(), BuildLimits.USUAL));
    }

    public static Loosened buildMemory(int megabytes) {
        return builds(new BuildLimits(megabytes, USUAL.processes(), USUAL.diskMegabytes(), USUAL.deadline(), false));
    }

    public static Loosened buildProcesses(int most) {
        return builds(new BuildLimits(USUAL.megabytes(), most, USUAL.diskMegabytes(), USUAL.deadline(), false));
    }

    public static Loosened buildDisk(int megabytes) {
        return builds(new BuildLimits(USUAL.megabytes(), USUAL.processes(), megabytes, USUAL.deadline(), false));
    }

    /** Steps that somebody else built count as built. */
    public static Loosened buildCache() {
        return builds(
                new BuildLimits(USUAL.megabytes(), USUAL.processes(), USUAL.diskMegabytes(), USUAL.deadline(), true));
    }

    /** What is kept of an output of so many bytes, where more is kept. */
    public static String kept(int bytes, int times) {
        CappedOutput output = new CappedOutput(times * Untrusted.CAP);
        byte[] chunk = new byte[1 << 16];
        Arrays.fill(chunk, (byte) 'x');
        for (int written = 0; written < bytes; written += chunk.length) {
            output.write(chunk, 0, chunk.length);
        }
        return "kept " + output.text().value().length() + " of " + output.text().length();
    }

    private static Loosened builds(BuildLimits limits) {
        return new Loosened(new Hardening(UnaryOperator.identity(), UnaryOperator.identity(), limits));
    }

    private static Loosened containers(UnaryOperator<HostConfig> weaker) {
        return new Loosened(new Hardening(weaker, UnaryOperator.identity(), BuildLimits.USUAL));
    }

    public Engine connect(Map<String, String> environment) throws EngineUnavailable {
        return Engine.connect(instead.isEmpty() ? environment : instead, hardening);
    }
}
