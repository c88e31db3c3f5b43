package dev.lexlab.lab.result;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.Feedback.Diagnosis;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.text.Untrusted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Results of every shape that a grading can give, drawn from a seed. */
final class AnyResult {
    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "two\nlines\n",
            "\u001b[2J\u0000\u0007",
            "<script>alert(1)</script>",
            "::set-output name=x::y",
            "☃ 🐘 \u202e",
            "\"quoted\\\" , ]}",
            "x".repeat(3000),
            "flood ".repeat(Untrusted.CAP));

    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    private final Random random;

    private AnyResult(long seed) {
        this.random = new Random(seed);
    }

    static Result of(long seed) {
        return new AnyResult(seed).result();
    }

    private Result result() {
        List<CheckResult> checks = new ArrayList<>();
        Map<String, List<Exhibit>> evidence = new LinkedHashMap<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            CheckResult check = check("check-" + i, i);
            checks.add(check);
            if (random.nextBoolean()) {
                evidence.put(check.id(), many(this::exhibit));
            }
        }
        Grade grade = new Grade("demo", "first", "aa", "bb", random.nextLong(), "containers", checks);
        Instant started = Instant.ofEpochSecond(1_800_000_000L + random.nextInt(1000), random.nextInt(2) * 1_000_000L);
        return new Result(grade, new Run(started, random.nextInt(9999), "Linux", "", random.nextInt(4), evidence));
    }

    private CheckResult check(String id, int number) {
        // The first one has nothing before it that could block it.
        Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
        verdict = number == 0 && verdict == Verdict.BLOCKED ? Verdict.INVALID : verdict;
        return new CheckResult(
                id,
                "It is so",
                random.nextInt(4),
                verdict,
                verdict == Verdict.PASSED ? Optional.empty() : Optional.of(feedback()),
                verdict == Verdict.BLOCKED ? Optional.of("check-" + random.nextInt(number)) : Optional.empty());
    }

    private Feedback feedback() {
        return new Feedback(
                text(),
                maybe(this::untrusted),
                maybe(this::untrusted),
                maybe(() -> new Place("src/a.sql", random.nextInt(9), random.nextInt(9))),
                maybe(this::text),
                maybe(() -> "exclusion-constraint"),
                maybe(() -> new Diagnosis("no-rule", text())),
                maybe(() -> new Reproduction(random.nextBoolean() ? "" : "visitor", untrusted())));
    }

    private Exhibit exhibit() {
        if (random.nextBoolean()) {
            return new Exhibit.Text(text(), untrusted());
        }
        List<Exhibit.Message> messages = many(() -> new Exhibit.Message(
                Untrusted.of("A"), Untrusted.of("B " + random.nextInt(3)), untrusted(), random.nextBoolean()));
        return new Exhibit.Trace(text(), messages, messages.size() + random.nextInt(2));
    }

    private Untrusted untrusted() {
        return Untrusted.of(text());
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> many(Supplier<T> value) {
        List<T> values = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            values.add(value.get());
        }
        return values;
    }
}
