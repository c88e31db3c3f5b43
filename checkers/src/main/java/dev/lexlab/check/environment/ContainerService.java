package dev.lexlab.check.environment;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.TimedOut;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.service.ServiceDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A server that commands can be run in. */
final class ContainerService extends ContainerMachine implements Service {
    private final RunningServer server;
    private final Activity activity;
    private boolean hasPrograms;
    private boolean isReached;

    ContainerService(
            String name,
            RunningServer server,
            Duration clock,
            Activity activity,
            Map<String, String> variables,
            Outage outage) {
        super(name, server.container(), "", clock, activity, variables, outage);
        this.server = server;
        this.activity = activity;
    }

    @Override
    public String host() {
        isReached = true;
        return server.host();
    }

    @Override
    public int port(String name) {
        isReached = true;
        return server.port(name);
    }

    @Override
    public void reset() {
        activity.awaits("the reset of " + name());
        try {
            server.reset();
        } catch (EngineFailure e) {
            throw new ServerGone(e.what(), e.remedy(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut("the reset of " + name(), "it was still running");
        } finally {
            activity.awaitsNothing();
        }
    }

    @Override
    public Program start(Command command) {
        hasPrograms = true;
        return super.start(command);
    }

    /** Whoever knows where it is may have spoken to it. */
    @Override
    boolean isUsed() {
        return isReached || super.isUsed();
    }

    RunningServer server() {
        return server;
    }

    /** Whether a command was started on it that may go on: then no reset brings it back. */
    boolean hasPrograms() {
        return hasPrograms;
    }

    /** What programs on the task's machines are told about it. */
    Map<String, String> told() {
        ServiceDefinition service = server.service();
        String prefix = name().toUpperCase(Locale.ROOT).replace('-', '_');
        Map<String, String> told = new TreeMap<>();
        told.put(prefix + "_HOST", name());
        service.ports().forEach((port, number) -> {
            told.putIfAbsent(prefix + "_PORT", Integer.toString(number));
            if (service.ports().size() > 1) {
                told.put(
                        prefix + "_" + port.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT",
                        Integer.toString(number));
            }
        });
        service.learner().ifPresent(learner -> {
            told.put(prefix + "_USER", learner.user());
            told.put(prefix + "_PASSWORD", server.learnerPassword());
        });
        return told;
    }

    /** Where programs outside reach it. */
    List<Address> addresses() {
        ServiceDefinition service = server.service();
        String account = service.learner()
                .map(learner -> " (user " + learner.user() + ", password " + server.learnerPassword() + ")")
                .orElse("");
        List<Address> addresses = new ArrayList<>();
        service.ports().forEach((port, number) -> {
            String what = port.equals(name()) ? port : name() + ", " + port;
            addresses.add(new Address(what, server.host() + ":" + server.port(port) + account));
        });
        return addresses;
    }
}
