package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.TimedOut;
import dev.lexlab.graders.postgres.recovery.Standing.State;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One run of recover, until it is clear what comes of it.
 *
 * @param standing of the server
 * @param ended how recover ended; empty where it goes on, as one does that is the server itself
 * @param lastWords of a server that gave up, or empty
 */
record Recovery(Standing standing, Optional<Ran> ended, String lastWords) {
    /** The reference needs less than two seconds; a machine that is busy must not decide. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Between the end of recover and the first process of its server there may be a moment. */
    private static final int LOOKS_AT_NOBODY = 10;

    private static final String BETWEEN = "== recover:";

    private static final String NO_COMMAND = "from archive: command not found";
    private static final Pattern SETTING = Pattern.compile(" in file \".*\" line \\d");
    private static final String NEVER_REACHED = "recovery ended before configured recovery target was reached";

    static Recovery by(Script recover, String target, Host host, Evidence evidence) {
        evidence.textAtEnd(
                "log of the server, where it is /db/server.log",
                () -> host.machine().run("tail", "-n", "60", "/db/server.log").out());
        recover.keptIn(evidence).start(Host.BASE, target);
        Looking looking = new Looking(recover, target, host);
        Recovery recovery = Eventually.look(PATIENCE, looking::look, looking::isClear);
        if (!looking.isClear(recovery)) {
            throw new TimedOut("a server that recover brings up", recovery.inWords());
        }
        return recovery;
    }

    /** Where there is a server that answers, and recover did not complain. */
    void requireAnswers(String drill) {
        if (standing.state().answers()) {
            if (ended.isPresent() && !ended.get().succeeded() && standing.state() == State.OPEN) {
                throw Failure.of("recover says that it did not succeed, and the server is there")
                        .expected("exit code 0")
                        .seen(ended.get().inWords())
                        .next("End with 0 when the server runs; whoever calls recover relies on it.")
                        .reproduce(drill);
            }
            return;
        }
        Failure failure = Failure.of("after recover there is no server that answers")
                .expected("a server at $PGHOST and $PGPORT")
                .seen(inWords());
        throw failure.diagnose(whyGone()).reproduce(drill);
    }

    private String whyGone() {
        if (neverReached()) {
            return "never-reached";
        }
        if (lastWords.contains(NO_COMMAND)) {
            return "no-such-command";
        }
        return SETTING.matcher(lastWords).find() ? "setting-unreadable" : "not-running";
    }

    /** Recovery came to the end of all log that it got, and had not met its target. */
    boolean neverReached() {
        return standing.state() == State.GONE && lastWords.contains(NEVER_REACHED);
    }

    String inWords() {
        String words = standing.state().inWords() + "; recover "
                + ended.map(ran -> "ended with " + ran.inWords()).orElse("has not ended");
        return lastWords.isEmpty() ? words : words + "; the server's last words: " + lastWords;
    }

    /** Looks again and again. */
    private static final class Looking {
        private final Script recover;
        private final String target;
        private final Host host;
        private int looksAtNobody;

        Looking(Script recover, String target, Host host) {
            this.recover = recover;
            this.target = target;
            this.host = host;
        }

        Recovery look() {
            Ran look = host.machine().run("sh", "-c", Standing.ASK + "echo '" + BETWEEN + "'\n" + recover.askForEnd());
            String[] answers = (look.out() + "\n").split(BETWEEN + "\n", 2);
            Standing standing = Standing.parse(answers[0], look.err());
            Optional<Ran> ended = answers.length > 1 ? recover.end(answers[1], Host.BASE, target) : Optional.empty();
            looksAtNobody = standing.state() == State.GONE && ended.isPresent() ? looksAtNobody + 1 : 0;
            boolean isOver = looksAtNobody >= LOOKS_AT_NOBODY;
            return new Recovery(standing, ended, isOver ? recover.lastWordsOfServer() : "");
        }

        boolean isClear(Recovery look) {
            return switch (look.standing.state()) {
                case GONE -> looksAtNobody >= LOOKS_AT_NOBODY;
                case STARTING, RECOVERING -> false;
                // A script that waits for what never comes does not end either.
                case PAUSED, STANDBY -> true;
                case OPEN -> true;
            };
        }
    }
}
