package dev.lexlab.check.environment;

/** Told when a step of the machinery is done, for whoever looks for lost time. */
public interface Trace {

    void at(String step);
}
