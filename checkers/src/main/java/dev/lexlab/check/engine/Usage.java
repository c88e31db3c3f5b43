package dev.lexlab.check.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of its limits the programs in a container ran into, as its kernel counts it. Sources: the kernel's documents of both versions
 * of control groups, https://docs.kernel.org/admin-guide/cgroup-v2.html and
 * https://docs.kernel.org/admin-guide/cgroup-v1/pids.html, and df(1).
 */
final class Usage {
    /**
     * For a plain shell in the container. Where a file is not there, its lines are not. All but the last lines are said by the shell
     * itself, which may not be able to start another process.
     */
    static final String ASK = """
            cd /sys/fs/cgroup
            for file in pids.events pids/pids.events memory.events memory/memory.oom_control \\
                        pids.max pids/pids.max memory.max memory/memory.limit_in_bytes; do
                if [ -r "$file" ]; then
                    while read -r line; do echo "$file $line"; done < "$file"
                fi
            done
            df -Pk -t tmpfs 2>/dev/null | sed 's/^/df /'
            df -Pi -t tmpfs 2>/dev/null | sed 's/^/dfi /'
            """;

    private static final String PROCESSES =
            "Let your programs start fewer processes, and wait for those they have started.";
    private static final String MEMORY = "Let your programs keep less in memory at the same time.";
    private static final String FILES = "Let your programs write less, or take away what they no longer need.";
    /** df: what, all of it, used, free, part, where. */
    private static final Pattern FOLDER = Pattern.compile("(dfi?) \\S+ +(\\d+) +\\d+ +(\\d+) +\\S+ +(/.*)");

    private final Map<String, String> facts = new HashMap<>();
    private final List<Matcher> folders = new ArrayList<>();

    private Usage(String said) {
        said.lines().forEach(line -> {
            Matcher folder = FOLDER.matcher(line);
            int value = line.lastIndexOf(' ');
            if (folder.matches()) {
                folders.add(folder);
            } else if (value > 0) {
                facts.put(line.substring(0, value), line.substring(value + 1));
            }
        });
    }

    /**
     * Limits that were run into since the container was started; of folders, those that are full now.
     *
     * @param said what {@link #ASK} printed in the container
     */
    static List<LimitHit> of(String said) {
        return new Usage(said).hits();
    }

    static LimitHit processes(long limit) {
        return new LimitHit("more than " + limit + " processes at once", PROCESSES);
    }

    static LimitHit memory(long bytes) {
        return new LimitHit("more than " + (bytes >> 20) + " MB of memory", MEMORY);
    }

    private List<LimitHit> hits() {
        List<LimitHit> hits = new ArrayList<>();
        if (number("memory.events oom_kill") > 0 || number("memory/memory.oom_control oom_kill") > 0) {
            hits.add(memory(number("memory.max") + number("memory/memory.limit_in_bytes")));
        }
        if (number("pids.events max") > 0 || number("pids/pids.events max") > 0) {
            hits.add(processes(number("pids.max") + number("pids/pids.max")));
        }
        for (Matcher folder : folders) {
            if (Long.parseLong(folder.group(3)) == 0 && Long.parseLong(folder.group(2)) > 0) {
                boolean isCount = folder.group(1).equals("dfi");
                String most = isCount ? folder.group(2) + " files" : (Long.parseLong(folder.group(2)) >> 10) + " MB";
                hits.add(new LimitHit("more than " + most + " in " + folder.group(4), FILES));
            }
        }
        return hits;
    }

    /** 0 where the kernel does not tell; one of the two versions always does not. */
    private long number(String fact) {
        String value = facts.getOrDefault(fact, "");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
