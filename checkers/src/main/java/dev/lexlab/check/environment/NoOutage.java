package dev.lexlab.check.environment;

import dev.lexlab.check.author.Outage;

/** Of a server that others may use, too: whatever is done to it would be done to them. */
record NoOutage(String name) implements Outage {
    @Override
    public void restart() {
        throw refusal("restarted");
    }

    @Override
    public void pause() {
        throw refusal("paused");
    }

    @Override
    public void resume() {
        throw refusal("resumed");
    }

    @Override
    public void disconnect(String network) {
        throw refusal("taken off a network");
    }

    @Override
    public void connect(String network) {
        throw refusal("put on a network");
    }

    private CannotGrade refusal(String done) {
        return new CannotGrade(
                "server '" + name + "' is shared with other gradings, and cannot be " + done,
                "whoever wrote the checks must give it 'lease: own' in lab.yml, or break a link to it");
    }
}
