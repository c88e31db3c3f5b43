package dev.lexlab.lab.console;

/** The answers a command can give; scripts rely on them. Where several hold, 3 beats 1. */
public enum ExitCode implements Answer {
    YES(0),
    NO(1),
    /** Wrong arguments, or nothing to do. */
    USAGE(2),
    /** The engine, the disk or we failed; it says nothing about anybody's work. */
    COULD_NOT(3),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
