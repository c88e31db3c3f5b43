package dev.lexlab.check.engine;

/**
 * The first process of a server: it keeps the server's program running, and starts it again only where it is told to. So a
 * server can be restarted like one on a machine: its program is another process, what it wrote into its folders is there, and
 * nobody's address changes. An engine's own restart would empty folders in memory and hand out other ports. A program that
 * ends by itself takes the server down with it, as its last word.
 */
final class Keeper {
    /** For {@code sh -c}, with the program and its arguments behind it; a signal interrupts {@code wait}, and ends nothing. */
    static final String KEEP = """
            trap 'again=yes; kill "$program"' USR1
            trap 'kill "$program"' TERM
            while :; do
                again=
                "$@" &
                program=$!
                while kill -0 "$program" 2>/dev/null; do
                    wait "$program"
                    code=$?
                done
                [ "$again" ] || exit "$code"
            done
            """;

    /**
     * For {@code sh -c} in the same container: ends with the program's successor being there. The program is the one child of
     * the first process that is a clock; all others are orphans that it inherited.
     */
    static final String AGAIN = """
            program() {
                for child in $(cat /proc/1/task/1/children); do
                    read -r name <"/proc/$child/comm" && [ "$name" = timeout ] && echo "$child"
                done 2>/dev/null
            }
            before=$(program)
            kill -USR1 1
            until now=$(program); [ "$now" ] && [ "$now" != "$before" ]; do
                sleep 0.01
            done
            """;

    private Keeper() {}
}
