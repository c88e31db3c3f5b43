package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Trace;
import dev.lexlab.check.run.Progress;

/** A line that is written over, for whoever waits at a terminal. */
final class ConsoleProgress implements Progress {
    private final Context context;
    private final Trace trace;

    ConsoleProgress(Context context) {
        this.context = context;
        this.trace = context.trace();
    }

    @Override
    public void servers() {
        context.console().progress("starting servers …");
    }

    @Override
    public void check(int number, int of) {
        trace.at("check " + number + " begins");
        context.console().progress("check " + number + " of " + of + " …");
    }

    @Override
    public void error(Throwable thrown) {
        context.debug(thrown);
    }
}
