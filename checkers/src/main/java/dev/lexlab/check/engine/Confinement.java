package dev.lexlab.check.engine;

import dev.lexlab.check.service.ServiceDefinition.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What really holds a container, read from inside: an engine takes every limit it is asked for, and on some machines none of it is
 * in force, with a warning that nobody sees. Sources: proc(5), https://man7.org/linux/man-pages/man5/proc_pid_status.5.html, and the
 * kernel's documents of both versions of control groups, https://docs.kernel.org/admin-guide/cgroup-v2.html.
 */
final class Confinement {
    /** For a plain shell in the container. Where a file is not there, its line is not. */
    static final String ASK = """
            echo "uid $(id -u)"
            sed -n 's/^\\(CapEff\\|CapBnd\\|NoNewPrivs\\|Seccomp\\):[[:space:]]*/\\1 /p' /proc/self/status
            sed -n 's/^SwapTotal:[[:space:]]*\\([0-9]*\\).*/swap \\1/p' /proc/meminfo
            sed 's/^/mount /' /proc/self/mountinfo
            cd /sys/fs/cgroup
            for file in pids.max pids/pids.max memory.max memory/memory.limit_in_bytes memory.swap.max \\
                        memory/memory.memsw.limit_in_bytes cpu.max cpu/cpu.cfs_quota_us cpu,cpuacct/cpu.cfs_quota_us; do
                if [ -r "$file" ]; then echo "$file $(cat "$file")"; fi
            done
            """;

    private static final String NONE = "none";
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final long MEGABYTE = 1L << 20;
    /** Of a processor's time, in microseconds: the engine shares it out in slices of this length. */
    private static final long SLICE = 100_000;
    /** mountinfo: where, options; behind the dash the type, the source and the file system's own options. */
    private static final Pattern MOUNT = Pattern.compile("\\S+ \\S+ \\S+ \\S+ (\\S+) (\\S+) .*?- (\\S+) \\S+ (\\S+)");

    private static final Pattern SIZE = Pattern.compile("(?:^|,)size=(\\d+)k");
    private static final Pattern FILES = Pattern.compile("(?:^|,)nr_inodes=(\\d+)");

    private final Map<String, String> facts = new HashMap<>();
    private final Map<String, Matcher> mounts = new HashMap<>();

    private Confinement(String said) {
        said.lines().forEach(line -> {
            String[] words = line.split(" ", 2);
            Matcher mount = MOUNT.matcher(words.length < 2 ? "" : words[1]);
            if (words[0].equals("mount") && mount.matches()) {
                mounts.put(mount.group(1), mount);
            } else if (words.length == 2) {
                facts.put(words[0], words[1].strip());
            }
        });
    }

    /**
     * Every control that is asked for.
     *
     * @param said what {@link #ASK} printed in the container
     */
    static List<Control> of(String said, Limits limits, Map<String, ContainerPlan.Tmpfs> tmpfs) {
        return new Confinement(said).controls(limits, tmpfs);
    }

    private List<Control> controls(Limits limits, Map<String, ContainerPlan.Tmpfs> tmpfs) {
        List<Control> controls = new ArrayList<>();
        controls.add(
                new Control("account", "plain", facts.getOrDefault("uid", "0").equals("0") ? "root" : "plain"));
        controls.add(new Control("rights", NONE, rights()));
        controls.add(new Control("new rights", OFF, "1".equals(facts.get("NoNewPrivs")) ? OFF : ON));
        controls.add(new Control("system calls", "filtered", "2".equals(facts.get("Seccomp")) ? "filtered" : "all"));
        controls.add(new Control("root", "read-only", hasOption("/", "ro") ? "read-only" : "writable"));
        controls.add(
                new Control("processes", Integer.toString(limits.processes()), first("pids.max", "pids/pids.max")));
        controls.add(new Control("memory", megabytes(limits.memoryMegabytes() * MEGABYTE), memory()));
        controls.add(new Control("swap", NONE, swap(limits.memoryMegabytes() * MEGABYTE)));
        controls.add(new Control("processors", Integer.toString(limits.cpus()), processors()));
        new TreeMap<>(tmpfs)
                .forEach((folder, size) -> controls.add(new Control(
                        folder,
                        megabytes(size.megabytes() * MEGABYTE) + ", " + size.files() + " files"
                                + (size.mayRun() ? "" : ", nothing runs"),
                        folder(folder))));
        return controls;
    }

    private String rights() {
        String effective = facts.getOrDefault("CapEff", "unknown");
        String most = facts.getOrDefault("CapBnd", "unknown");
        return (effective + most).matches("0+") ? NONE : "capabilities " + most;
    }

    private String first(String... files) {
        for (String file : files) {
            String value = facts.get(file);
            if (value != null) {
                return value.equals("max") ? NONE : value;
            }
        }
        return "unknown";
    }

    private String memory() {
        String bytes = first("memory.max", "memory/memory.limit_in_bytes");
        return bytes.matches("\\d{1,18}") ? megabytes(Long.parseLong(bytes)) : bytes;
    }

    /** A limit on memory alone would be none: what does not fit moves to the disk, where there is swap. */
    private String swap(long memory) {
        String alone = facts.get("memory.swap.max");
        String together = facts.get("memory/memory.memsw.limit_in_bytes");
        boolean isLimited = "0".equals(alone) || Long.toString(memory).equals(together);
        return isLimited || "0".equals(facts.get("swap")) ? NONE : "some";
    }

    private String processors() {
        String quota = first("cpu.max", "cpu/cpu.cfs_quota_us", "cpu,cpuacct/cpu.cfs_quota_us")
                .split(" ", 2)[0];
        if (!quota.matches("\\d{1,15}")) {
            return quota.equals("-1") || quota.equals("max") ? NONE : quota;
        }
        return Long.toString(Long.parseLong(quota) / SLICE);
    }

    private String folder(String folder) {
        Matcher mount = mounts.get(folder);
        if (mount == null || !mount.group(3).equals("tmpfs")) {
            return "not in memory";
        }
        Matcher size = SIZE.matcher(mount.group(4));
        Matcher files = FILES.matcher(mount.group(4));
        return (size.find() ? megabytes(Long.parseLong(size.group(1)) << 10) : "of any size")
                + (files.find() ? ", " + files.group(1) + " files" : ", any number of files")
                + (hasOption(folder, "noexec") ? ", nothing runs" : "");
    }

    private boolean hasOption(String folder, String option) {
        Matcher mount = mounts.get(folder);
        return mount != null && List.of(mount.group(2).split(",", -1)).contains(option);
    }

    private static String megabytes(long bytes) {
        return bytes % MEGABYTE == 0 ? (bytes >> 20) + " MB" : bytes + " bytes";
    }
}
