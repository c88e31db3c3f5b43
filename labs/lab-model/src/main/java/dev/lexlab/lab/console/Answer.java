package dev.lexlab.lab.console;

/** How a command ends: one of ours, or that of a program it ran for somebody. */
public interface Answer {

    /** What the process ends with. */
    int code();
}
