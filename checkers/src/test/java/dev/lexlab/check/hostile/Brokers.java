package dev.lexlab.check.hostile;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.check.environment.LoosenedServers;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.graders.tunnel.LoosenedRelayConf;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.TaskDefinition.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Messages, and what configures a relay. */
final class Brokers {
    private static final int MEGABYTE = 1_000_000;

    private final Box box;
    private final Path folder;

    Brokers(Box box, Path folder) {
        this.box = box;
        this.folder = folder;
    }

    List<HostileCase> cases() {
        return List.of(flood(), relay());
    }

    private HostileCase flood() {
        return HostileCase.of(21, "a queue is sent more than the broker has memory for")
                .heldBy("2 MB in each queue, and 64 queues; an alarm before the memory is used up")
                .attempt(() -> kept(10, MEGABYTE, OptionalInt.empty()), "kept 2 of 10")
                .permitted(() -> kept(10, 1000, OptionalInt.empty()), "kept 10 of 10")
                .loosened(() -> kept(10, MEGABYTE, OptionalInt.of(16 * MEGABYTE)), "kept 10 of 10");
    }

    private String kept(int messages, int bytes, OptionalInt most) throws Exception {
        TaskDefinition task = TestLab.withMachines(
                Programs.Believes.class.getName(),
                60,
                List.of(new Server("broker", "rabbitmq", Lease.SHARED, List.of("lab"))),
                List.of(),
                TestLab.check("works"));
        return LoosenedServers.kept(box.servers(Loosened.NOTHING), task, messages, bytes, most);
    }

    private HostileCase relay() {
        List<String> lines = List.of(
                "ForceCommand /bin/sh",
                "AuthorizedKeysCommand /bin/sh",
                "AuthorizedKeysFile /tmp/keys",
                "PermitTunnel yes",
                "PermitTTY yes",
                "PermitUserEnvironment yes",
                "X11Forwarding yes",
                "Subsystem sftp internal-sftp",
                "Include /etc/passwd",
                "Match all",
                "=ForceCommand /bin/sh",
                "MaxSessions 1000");
        List<String> oneMore = List.of("GatewayPorts", "MaxSessions");
        return HostileCase.of(22, "a relay's configuration asks for commands, keys, devices and other files")
                .heldBy("an allow-list of keywords; a network that leads to the task's machines alone")
                .attempt(() -> refused(lines, List.of()), "12 of 12 refused")
                .permitted(
                        () -> refused(List.of("GatewayPorts yes", "# ForceCommand", ""), List.of()), "0 of 3 refused")
                .loosened(() -> refused(lines, oneMore), "11 of 12 refused");
    }

    private String refused(List<String> lines, List<String> keywords) throws Exception {
        int refused = 0;
        for (String line : lines) {
            Path work = Files.createTempDirectory(folder, "relay");
            Files.writeString(work.resolve(Box.WORK), "");
            Files.writeString(work.resolve("relay.conf"), line + "\n");
            Submission taken =
                    Intake.take(work, Box.task(Programs.Believes.class, 60)).submission();
            refused +=
                    (keywords.isEmpty() ? LoosenedRelayConf.refusal(taken) : LoosenedRelayConf.refusal(taken, keywords))
                                    .filter(words -> words.startsWith("relay.conf:1:"))
                                    .isPresent()
                            ? 1
                            : 0;
        }
        return refused + " of " + lines.size() + " refused";
    }
}
