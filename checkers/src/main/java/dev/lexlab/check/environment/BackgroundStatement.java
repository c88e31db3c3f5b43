package dev.lexlab.check.environment;

import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.TimedOut;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A statement under way. The limit of the check ends every wait here: it cuts the connection off. */
final class BackgroundStatement implements Pending {
    private static final int BETWEEN_LOOKS = 3;

    private final String statement;
    private final String session;
    private final int processId;
    private final Future<Outcome> answer;
    private final Activity activity;
    private final LockWatch locks;

    BackgroundStatement(
            String statement,
            String session,
            int processId,
            Future<Outcome> answer,
            Activity activity,
            LockWatch locks) {
        this.statement = statement;
        this.session = session;
        this.processId = processId;
        this.answer = answer;
        this.activity = activity;
        this.locks = locks;
    }

    @Override
    public boolean waits() {
        activity.awaits("session " + session + " to end or to wait for a lock in " + statement);
        while (!answer.isDone()) {
            if (locks.isBlocked(processId)) {
                activity.awaitsNothing();
                return true;
            }
            look();
        }
        activity.awaitsNothing();
        return false;
    }

    @Override
    public Outcome outcome() {
        activity.awaits("the end of " + statement + " in session " + session);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (CancellationException | InterruptedException e) {
            throw cutOff();
        } finally {
            activity.awaitsNothing();
        }
    }

    private void look() {
        try {
            answer.get(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // not yet, or for outcome() to tell
        } catch (CancellationException | InterruptedException e) {
            throw cutOff();
        }
    }

    private TimedOut cutOff() {
        return new TimedOut("the end of " + statement + " in session " + session, "it was still under way");
    }
}
