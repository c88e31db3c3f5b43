package dev.lexlab.lab.result;

import static dev.lexlab.lab.result.JsonValue.refused;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.Feedback.Diagnosis;
import dev.lexlab.lab.result.Feedback.Reproduction;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From {@code result.json} to what was written into it. Strict: what somebody changed or another program wrote is refused. */
final class ResultReader {
    private static final String MADE_BY = "./lexlab check --json FILE writes such a file";

    private ResultReader() {}

    static Result read(byte[] document, String file) throws Unreadable {
        JsonMap whole = JsonMap.of(JsonValue.of(document, file));
        if (!whole.has("schema")) {
            throw refused(Place.of(file), "this is no result of a grading: it has no 'schema'", MADE_BY);
        }
        if (!whole.text("schema").equals(ResultJson.SCHEMA)) {
            throw refused(
                    whole.place("schema"),
                    "this is a document of '" + whole.text("schema") + "', not of '" + ResultJson.SCHEMA + "'",
                    MADE_BY);
        }
        Grade grade = grade(whole.map("grade"));
        Run run = run(whole.map("run"), grade);
        whole.refuseOtherKeys();
        return new Result(grade, run);
    }

    private static Grade grade(JsonMap json) throws Unreadable {
        List<CheckResult> checks = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        Grade grade = new Grade(
                json.text("lab"),
                json.text("task"),
                json.text("submission"),
                json.text("fingerprint"),
                json.whole("seed", Long.MIN_VALUE),
                json.text("environment"),
                List.of());
        for (JsonMap check : json.maps("checks")) {
            CheckResult result = check(check, ids);
            if (!ids.add(result.id())) {
                throw refused(check.place("id"), "check '" + result.id() + "' stands here a second time", "");
            }
            checks.add(result);
        }
        json.refuseOtherKeys();
        return new Grade(
                grade.lab(),
                grade.task(),
                grade.submission(),
                grade.fingerprint(),
                grade.seed(),
                grade.environment(),
                checks);
    }

    private static CheckResult check(JsonMap json, Set<String> earlier) throws Unreadable {
        Verdict verdict = verdict(json);
        Optional<Feedback> feedback =
                json.has("feedback") ? Optional.of(feedback(json.map("feedback"))) : Optional.empty();
        CheckResult check = new CheckResult(
                json.text("id"),
                json.text("sentence"),
                json.small("maximum", 0),
                verdict,
                feedback,
                json.optionalText("blockedBy"));
        Optional<Integer> points = json.isNull("points") ? Optional.empty() : Optional.of(json.small("points", 0));
        json.refuseOtherKeys();
        if (!points.equals(check.points())) {
            throw refused(
                    json.place("points"),
                    "a check that is " + verdict + " has "
                            + check.points().map(Object::toString).orElse("null") + " points of " + check.maximum(),
                    "");
        }
        if (feedback.isPresent() == (verdict == Verdict.PASSED)) {
            throw refused(
                    json.place("verdict"),
                    verdict == Verdict.PASSED
                            ? "a check that is PASSED has no feedback"
                            : "a check that is " + verdict + " has feedback",
                    "");
        }
        refuseWrongBlocker(json, check, earlier);
        return check;
    }

    private static void refuseWrongBlocker(JsonMap json, CheckResult check, Set<String> earlier) throws Unreadable {
        if (check.blockedBy().isPresent() != (check.verdict() == Verdict.BLOCKED)) {
            throw refused(json.place("verdict"), "'blockedBy' belongs to a check that is BLOCKED, and to no other", "");
        }
        if (check.blockedBy().isPresent() && !earlier.contains(check.blockedBy().get())) {
            throw refused(
                    json.place("blockedBy"),
                    "no check '" + check.blockedBy().get() + "' stands before this one",
                    DidYouMean.hint(check.blockedBy().get(), earlier));
        }
    }

    private static Verdict verdict(JsonMap json) throws Unreadable {
        String name = json.text("verdict");
        List<String> names = Stream.of(Verdict.values()).map(Enum::name).toList();
        if (!names.contains(name)) {
            throw refused(json.place("verdict"), "there is no verdict '" + name + "'", DidYouMean.hint(name, names));
        }
        return Verdict.valueOf(name);
    }

    private static Feedback feedback(JsonMap json) throws Unreadable {
        Feedback feedback = new Feedback(
                json.text("summary"),
                json.optionalUntrusted("expected"),
                json.optionalUntrusted("seen"),
                json.has("place") ? Optional.of(place(json.map("place"))) : Optional.empty(),
                json.optionalText("next"),
                json.optionalText("term"),
                together(json, "diagnosis", "says")
                        ? Optional.of(new Diagnosis(json.text("diagnosis"), json.text("says")))
                        : Optional.empty(),
                reproduction(json));
        json.refuseOtherKeys();
        return feedback;
    }

    private static boolean together(JsonMap json, String key, String other) throws Unreadable {
        if (json.has(key) != json.has(other)) {
            String there = json.has(key) ? key : other;
            throw refused(json.place(there), "'" + key + "' and '" + other + "' stand together or not at all", "");
        }
        return json.has(key);
    }

    private static Optional<Reproduction> reproduction(JsonMap json) throws Unreadable {
        String machine = json.optionalText("reproduceOn").orElse("");
        if (json.has("reproduce")) {
            return Optional.of(new Reproduction(machine, json.untrusted("reproduce")));
        }
        if (json.has("reproduceOn")) {
            throw refused(json.place("reproduceOn"), "'reproduceOn' stands without 'reproduce'", "");
        }
        return Optional.empty();
    }

    private static Place place(JsonMap json) throws Unreadable {
        Place place = new Place(json.text("file"), json.small("line", 0), json.small("column", 0));
        json.refuseOtherKeys();
        return place;
    }

    private static Run run(JsonMap json, Grade grade) throws Unreadable {
        Run run = new Run(
                instant(json),
                json.whole("milliseconds", 0),
                json.text("machine"),
                json.text("engine"),
                json.small("hintsUsed", 0),
                json.has("evidence") ? evidence(json.map("evidence"), grade) : Map.of());
        json.refuseOtherKeys();
        return run;
    }

    private static Instant instant(JsonMap json) throws Unreadable {
        String text = json.text("started");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw refused(json.place("started"), "'" + text + "' is no time", "it looks like 2026-11-22T10:15:30Z");
        }
    }

    private static Map<String, List<Exhibit>> evidence(JsonMap json, Grade grade) throws Unreadable {
        List<String> ids = grade.checks().stream().map(CheckResult::id).toList();
        Map<String, List<Exhibit>> evidence = new LinkedHashMap<>();
        for (String id : json.keys()) {
            if (!ids.contains(id)) {
                throw refused(json.place(id), "there is no check '" + id + "' in this grade", DidYouMean.hint(id, ids));
            }
            List<Exhibit> exhibits = new ArrayList<>();
            for (JsonMap exhibit : json.maps(id)) {
                exhibits.add(exhibit(exhibit));
            }
            evidence.put(id, exhibits);
        }
        return evidence;
    }

    private static Exhibit exhibit(JsonMap json) throws Unreadable {
        String title = json.text("title");
        Exhibit exhibit = json.has("trace") ? trace(json, title) : new Exhibit.Text(title, json.untrusted("text"));
        json.refuseOtherKeys();
        return exhibit;
    }

    private static Exhibit trace(JsonMap json, String title) throws Unreadable {
        List<Exhibit.Message> messages = new ArrayList<>();
        for (JsonMap message : json.maps("trace")) {
            messages.add(new Exhibit.Message(
                    message.untrusted("from"),
                    message.untrusted("to"),
                    message.untrusted("what"),
                    message.flag("reply")));
            message.refuseOtherKeys();
        }
        if (messages.size() > Exhibit.Trace.MOST) {
            throw refused(json.place("trace"), "a trace holds at most " + Exhibit.Trace.MOST + " messages", "");
        }
        return new Exhibit.Trace(title, messages, json.small("messages", messages.size()));
    }
}
