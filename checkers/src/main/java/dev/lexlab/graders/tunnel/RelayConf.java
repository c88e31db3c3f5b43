package dev.lexlab.graders.tunnel;

import static java.util.Locale.ROOT;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The learner's part of the relay's {@code sshd_config}: a few keywords that cannot make it anything but a relay. */
record RelayConf(SubmittedFile file) {
    private static final List<String> KEYWORDS = List.of(
            "GatewayPorts",
            "AllowTcpForwarding",
            "PermitListen",
            "PermitOpen",
            "ClientAliveInterval",
            "ClientAliveCountMax");
    /** As sshd reads a line: blank, a comment, or a keyword before space or an equals sign. */
    private static final Pattern LINE = Pattern.compile("[ \t\r]*(?:#.*|([^ \t\r=]+).*)?", Pattern.DOTALL);
    /** The exit code of our script for a text that sshd does not take. */
    private static final int REFUSED = 65;

    private static final Pattern COMPLAINT = Pattern.compile("line (\\d+): (?:keyword )?(.+)");

    /**
     * Reads it.
     *
     * @throws Invalid at the first line with another keyword
     */
    static RelayConf of(Submission work) {
        return of(work, KEYWORDS);
    }

    /** With other keywords, for tests. */
    static RelayConf of(Submission work, List<String> keywords) {
        List<String> known =
                keywords.stream().map(keyword -> keyword.toLowerCase(ROOT)).toList();
        SubmittedFile file = work.file("relay.conf");
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher line = LINE.matcher(lines[i]);
            // sshd passes over an equals sign in front, and takes the word behind it for a keyword.
            String keyword = line.matches() ? Optional.ofNullable(line.group(1)).orElse("") : lines[i].strip();
            if (!keyword.isEmpty() && !known.contains(keyword.toLowerCase(ROOT))) {
                throw Invalid.at(file.at(i + 1, lines[i].indexOf(keyword) + 1), "this keyword may not stand here")
                        .seen(keyword)
                        .next("Use one of " + String.join(", ", keywords) + ".");
            }
        }
        return new RelayConf(file);
    }

    /**
     * When it returns, the relay listens and does as the file says.
     *
     * @throws Invalid at the line that the relay's sshd does not understand
     */
    void putInForce(Machine relay) {
        Ran ran = relay.run(Command.of("sh", "/opt/lexlab/put-in-force").reading(file.text()));
        Matcher complaint = COMPLAINT.matcher(ran.err());
        if (ran.exitCode() == REFUSED && complaint.find()) {
            throw Invalid.at(file.at(Integer.parseInt(complaint.group(1)), 0), "the relay's sshd refuses this line")
                    .seen(complaint.group(2))
                    .next("The manual page sshd_config says which values the keyword takes.");
        }
        if (!ran.succeeded()) {
            throw new IllegalStateException("the relay does not start again: " + ran.inWords());
        }
    }
}
