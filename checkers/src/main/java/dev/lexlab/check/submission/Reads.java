package dev.lexlab.check.submission;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Which files of a submission were read, and in whose name: a check's, or that of the preparation, which holds for all of
 * them. A grading has one reader at a time; whoever works for it on another thread reads in its name, too.
 */
public final class Reads {
    /** Before the first check, and whenever an environment is made ready for one. */
    public static final String PREPARATION = "";

    /** Stands for the list of all names: whoever looked at it depends on files that come and go. */
    public static final String LISTING = "/";

    private final Map<String, Set<String>> readers = new ConcurrentHashMap<>();
    private volatile String reader = PREPARATION;

    Reads() {}

    /** From now on everything is read in this name. */
    public void by(String name) {
        reader = name;
    }

    /** What was read in this name: paths, also of files that were looked for and not there, and {@link #LISTING}. */
    public Set<String> of(String name) {
        return Set.copyOf(readers.getOrDefault(name, Set.of()));
    }

    /** In anybody's name. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>();
        readers.values().forEach(all::addAll);
        return all;
    }

    void note(String path) {
        readers.computeIfAbsent(reader, name -> new ConcurrentSkipListSet<>()).add(path);
    }
}
