package dev.lexlab.check.run;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.declared.Around;
import dev.lexlab.check.declared.DeclaredChecks;
import dev.lexlab.check.environment.Wanted;
import dev.lexlab.lab.CheckDefinition;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks that are data: run one after the other, without JUnit in between. */
final class DeclaredGrader extends TaskGrader {
    private static final Wanted SUBMISSION = new Wanted(Submission.class, "");
    private static final Wanted DRAW = new Wanted(Draw.class, "");

    private final DeclaredChecks checks;

    DeclaredGrader(DeclaredChecks checks) {
        this.checks = checks;
    }

    @Override
    Set<Wanted> wanted(String check) {
        return checks.wanted(check);
    }

    @Override
    boolean prepares() {
        return checks.prepares();
    }

    @Override
    Set<Wanted> wantedToPrepare() {
        return checks.wantedToPrepare();
    }

    @Override
    void prepare(@Nullable Object instance, Grading grading) {
        checks.prepare(submission(grading), draw(grading), around(wantedToPrepare(), grading));
    }

    @Override
    void runChecks(Grading grading, JUnitSession session) {
        for (CheckDefinition check : grading.checks()) {
            String id = check.id();
            if (grading.skips(id).isPresent()) {
                grading.skipped(id);
                continue;
            }
            try {
                grading.begin(id, null);
                grading.run(() -> checks.run(id, submission(grading), draw(grading), around(wanted(id), grading)));
                grading.passed(id);
            } catch (Throwable e) { // what it means is decided in one place
                grading.thrown(id, e);
            }
        }
    }

    @Override
    String fingerprint() throws IOException {
        return checks.hash() + Fingerprint.classes(DeclaredChecks.class);
    }

    private static Submission submission(Grading grading) {
        return (Submission) grading.inject(SUBMISSION, PREPARE);
    }

    /** One for the whole file: what was drawn for the preparation, every check knows. */
    private static Draw draw(Grading grading) {
        return (Draw) grading.inject(DRAW, PREPARE);
    }

    private static Around around(Set<Wanted> wanted, Grading grading) {
        Map<String, Machine> machines = new TreeMap<>();
        Map<String, Link> links = new TreeMap<>();
        for (Wanted one : wanted) {
            Object thing = grading.inject(one, PREPARE);
            if (thing instanceof Link link) {
                links.put(one.name(), link);
            } else {
                machines.put(one.name(), (Machine) thing);
            }
        }
        return new Around(machines, links);
    }
}
