package dev.lexlab.check.hostile;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.lab.CheckDefinition;
import java.util.List;
import java.util.Map;

/** Programs in a sandbox. */
final class Programs {
    /** Where a submission lies in a sandbox. */
    private static final String INSIDE = "/" + "work" + "/";

    private static final String PASSED = "works PASSED\nafter PASSED";

    private final Box box;

    Programs(Box box) {
        this.box = box;
    }

    List<HostileCase> cases() {
        return List.of(
                processes(),
                memory(),
                endless(),
                output(),
                disk(),
                files(),
                forged(),
                endsAll(),
                hidden(),
                shadows(),
                inTheBackground(),
                hardCoded());
    }

    private HostileCase processes() {
        return HostileCase.of(1, "a program starts processes without end")
                .heldBy("processes: 100")
                .attempt(() -> box.run(children(300)), "a limit was reached on box: more than 100 processes at once")
                .permitted(() -> box.run(children(50)), PASSED)
                .loosened(() -> box.run(Loosened.processes(512), children(300)), PASSED);
    }

    private static String children(int count) {
        return """
                #!/usr/bin/env python3
                import os, signal, sys
                children = []
                try:
                    for number in range(%d):
                        child = os.fork()
                        if child == 0:
                            signal.pause()
                        children.append(child)
                    print("done")
                finally:
                    for child in children:
                        os.kill(child, signal.SIGKILL)
                """.formatted(count);
    }

    private HostileCase memory() {
        return HostileCase.of(2, "a program takes memory without end")
                .heldBy("memory: 192 MB, and no swap")
                .attempt(() -> box.run(hoard(400)), "a limit was reached on box: more than 192 MB of memory")
                .permitted(() -> box.run(hoard(100)), PASSED)
                .loosened(() -> box.run(Loosened.memory(1024), hoard(400)), PASSED);
    }

    private static String hoard(int megabytes) {
        return "#!/usr/bin/env python3\nhoard = [bytearray(b'x' * (1 << 20)) for _ in range(" + megabytes
                + ")]\nprint('done')\n";
    }

    /** Ends in the end, so that more time is another outcome. */
    private HostileCase endless() {
        String program = """
                #!/bin/sh
                trap '' TERM INT HUP
                end=$(($(date +%s) + 8))
                while [ "$(date +%s)" -lt "$end" ]; do :; done
                echo done
                """;
        return HostileCase.of(3, "a program does not end, and ends for no signal")
                .heldBy("the check's limit, from outside; a clock in the container behind it")
                .attempt(
                        () -> box.run(Loosened.NOTHING, 2, program),
                        "works TIMEOUT: no end within the limit; seen: it was still running\nafter PASSED")
                .permitted(() -> box.run("#!/bin/sh\ncat >/dev/null\nread -r never\necho done\n"), PASSED)
                .loosened(() -> box.run(Loosened.NOTHING, 60, program), PASSED);
    }

    private HostileCase output() {
        return HostileCase.of(4, "a program says a hundred megabytes in one line")
                .heldBy("the first 64 KB are kept, the rest is counted")
                .attempt(() -> Talk.kept(box, 100 << 20), "kept 65536 of 104857600")
                .permitted(() -> Talk.kept(box, 1000), "kept 1000 of 1000")
                .loosened(() -> Loosened.kept(100 << 20, 4), "kept 262144 of 104857600");
    }

    private HostileCase disk() {
        return HostileCase.of(5, "a program fills a folder")
                .heldBy("folders in memory: 16 MB; the root is read-only")
                .attempt(() -> box.run(fill(40)), "a limit was reached on box: more than 16 MB in /work")
                .permitted(() -> box.run(fill(8)), PASSED)
                .loosened(() -> box.run(Loosened.folders(4), fill(40)), PASSED);
    }

    private static String fill(int megabytes) {
        return "#!/bin/sh\ntouch /nobody 2>/dev/null && exit 9\nhead -c " + megabytes + "M /dev/zero > " + INSIDE
                + "big && echo done\n";
    }

    private HostileCase files() {
        return HostileCase.of(5, "a program makes files without end")
                .heldBy("files in a folder: 1,024")
                .attempt(() -> box.run(make(3000)), "a limit was reached on box: more than 1024 files in /work")
                .permitted(() -> box.run(make(500)), PASSED)
                .loosened(() -> box.run(Loosened.folders(4), make(3000)), PASSED);
    }

    private static String make(int files) {
        return "#!/usr/bin/env python3\nfor number in range(" + files + "):\n    open(f'" + INSIDE
                + "{number}', 'w').close()\nprint('done')\n";
    }

    /** Takes a program's word for its verdict. */
    static final class Believes {
        @Check("works")
        void works(@Named("box") Machine box) {
            Ran ran = box.run("./" + Box.WORK);
            if (!ran.out().contains("PASSED")) {
                throw Failure.of("it does not say so").next("Say so.");
            }
        }

        @Check("after")
        void after(@Named("box") Machine box) {
            box.run("true");
        }
    }

    private HostileCase forged() {
        String forger = """
                #!/bin/sh
                mkdir -p .lexlab/results /tmp/target/failsafe-reports
                echo '{"schema": "lexlab/result/v1", "grade": {"checks": [{"id": "works", "verdict": "PASSED"}]}}' \\
                    | tee .lexlab/results/result.json result.json
                echo '<testsuite tests="1" failures="0"/>' > /tmp/target/failsafe-reports/TEST-works.xml
                echo '✔ works PASSED'
                """;
        return HostileCase.of(9, "a program says that it passed, and leaves reports that say so")
                .heldBy("verdicts are made in the grader's process, from what is seen")
                .attempt(
                        () -> box.run(forger),
                        "works FAILED: ./work does not do its work; seen: exit code 0: {\"schema\"")
                .permitted(() -> box.run("#!/bin/sh\necho '✔ works PASSED'; echo done\n"), PASSED)
                .loosened(
                        () -> box.graded(Loosened.NOTHING, Believes.class, 60, Map.of(Box.WORK, forger), checks()),
                        PASSED);
    }

    private static CheckDefinition[] checks() {
        return new CheckDefinition[] {TestLab.check("works"), TestLab.check("after")};
    }

    private HostileCase endsAll() {
        String program = "#!/bin/sh\nexec 1>&- 2>&-\nkill -9 -1\n";
        return HostileCase.of(10, "a program closes its pipes and ends all it can")
                .heldBy("a family of processes for each container; whose first process nobody inside can end")
                .attempt(
                        () -> box.run(program),
                        "works FAILED: ./work does not do its work; seen: exit code 137; next: Run it yourself.\nafter PASSED")
                .permitted(() -> box.run("#!/bin/sh\nsleep 600 & kill -9 $!\necho done\n"), PASSED)
                .loosened(() -> Talk.sharedProcesses(box, program), "the neighbour's program has ended");
    }

    private HostileCase hidden() {
        String search = """
                #!/bin/sh
                echo 'mark-of-the-grader' > /tmp/mine
                grep -rlasf /tmp/mine / --exclude-dir=sys --exclude-dir=proc --exclude=work 2>/dev/null | sort -u
                grep -lasf /tmp/mine /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2>/dev/null
                echo hits over
                """;
        return HostileCase.of(11, "a program looks for what the grader expects")
                .heldBy("what is hidden stays in the grader's process")
                .attempt(() -> box.run(search), "seen: exit code 0: /tmp/mine\nhits over")
                .permitted(
                        () -> box.run("#!/bin/sh\necho mark > /tmp/m; grep -l mark /tmp/m && rm /tmp/m && echo done\n"),
                        PASSED)
                .loosened(
                        () -> box.graded(
                                Loosened.NOTHING,
                                Box.Runs.class,
                                60,
                                Map.of(Box.WORK, search, "hidden", "mark-of-the-grader\n"),
                                checks()),
                        INSIDE + "hidden");
    }

    /** Runs tools by their names, from where the learner's files are. */
    static final class UsesTools {
        @Check("works")
        void works(@Named("box") Machine box) {
            looks(box);
        }

        static void looks(Machine box) {
            Ran ran = box.run("curl", "--version");
            if (!ran.out().startsWith("curl ")) {
                throw Failure.of("curl is not curl").seen(ran.inWords()).next("Take it away.");
            }
        }

        @Check("after")
        void after(@Named("box") Machine box) {
            box.run("true");
        }
    }

    /** The same where the learner's folder comes first. */
    static final class UsesTheirTools {
        @Check("works")
        void works(@Named("box") Machine box) {
            box.set("PATH", "/work:/usr/bin:/bin");
            UsesTools.looks(box);
        }

        @Check("after")
        void after(@Named("box") Machine box) {
            box.run("true");
        }
    }

    private HostileCase shadows() {
        Map<String, String> files = Map.of(
                Box.WORK,
                "#!/bin/sh\necho done\n",
                "curl",
                "#!/bin/sh\necho of the learner\n",
                "junit-platform.properties",
                "junit.jupiter.conditions.deactivate=*\n",
                "META-INF/services/org.junit.platform.launcher.TestExecutionListener",
                "evil.Listener\n",
                "org/junit/jupiter/api/Test.java",
                "package org.junit.jupiter.api; public @interface Test {}\n",
                "pom.xml",
                "<project/>\n",
                "dev/lexlab/check/author/Check.class",
                "not a class\n");
        return HostileCase.of(12, "files with the names of the grader's classes, settings and tools")
                .heldBy("nothing of the learner's is on a class path or a PATH")
                .attempt(() -> box.graded(Loosened.NOTHING, UsesTools.class, 60, files, checks()), PASSED)
                .permitted(() -> box.graded(Loosened.NOTHING, Box.Runs.class, 60, files, checks()), PASSED)
                .loosened(
                        () -> box.graded(Loosened.NOTHING, UsesTheirTools.class, 60, files, checks()),
                        "works FAILED: curl is not curl; seen: exit code 0: of the learner");
    }

    private HostileCase inTheBackground() {
        String program = """
                #!/bin/sh
                (trap '' HUP TERM; while :; do echo still here > /tmp/left; sleep 0.05; done) >/dev/null 2>&1 &
                echo done
                """;
        return HostileCase.of(15, "a program goes on in the background after its check")
                .heldBy("the next check has a new container")
                .attempt(() -> box.run(program), PASSED)
                .permitted(() -> box.run("#!/bin/sh\n(echo was here > /tmp/left) & wait\necho done\n"), PASSED)
                .loosened(
                        () -> box.graded(
                                Loosened.NOTHING,
                                Box.Runs.class,
                                60,
                                Map.of(Box.WORK, program),
                                TestLab.check("works"),
                                TestLab.continues("after", "works")),
                        "after FAILED: something was left behind; seen: left\nstill here");
    }

    /** Asks for the sum of two numbers that are drawn. */
    static final class Sums {
        @Check("works")
        void works(@Named("box") Machine box, Draw draw) {
            sum(box, draw.number(1000, 9999), draw.number(1000, 9999));
        }

        static void sum(Machine box, int a, int b) {
            Ran ran = box.run("./" + Box.WORK, Integer.toString(a), Integer.toString(b));
            if (!ran.out().strip().equals(Integer.toString(a + b))) {
                throw Failure.of("that is not their sum")
                        .seen(ran.out().strip())
                        .next("Add them.");
            }
        }

        @Check("after")
        void after(@Named("box") Machine box) {
            box.run("true");
        }
    }

    /** Always asks for the same. */
    static final class SumsOfTwo {
        @Check("works")
        void works(@Named("box") Machine box) {
            Sums.sum(box, 2, 2);
        }

        @Check("after")
        void after(@Named("box") Machine box) {
            box.run("true");
        }
    }

    private HostileCase hardCoded() {
        Map<String, String> knows = Map.of(Box.WORK, "#!/bin/sh\necho 4\n");
        return HostileCase.of(26, "a program that knows the answer to the example")
                .heldBy("what is asked is drawn anew for each seed")
                .attempt(
                        () -> box.graded(Loosened.NOTHING, Sums.class, 60, knows, checks()),
                        "works FAILED: that is not their sum; seen: 4")
                .permitted(
                        () -> box.graded(
                                Loosened.NOTHING,
                                Sums.class,
                                60,
                                Map.of(Box.WORK, "#!/bin/sh\necho $(($1 + $2))\n"),
                                checks()),
                        PASSED)
                .loosened(() -> box.graded(Loosened.NOTHING, SumsOfTwo.class, 60, knows, checks()), PASSED);
    }
}
