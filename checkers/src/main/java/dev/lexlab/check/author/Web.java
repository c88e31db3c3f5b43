package dev.lexlab.check.author;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A visitor: asks for pages from some machine, with {@code curl}. */
public final class Web {
    private static final String PATIENCE_SECONDS = "5";
    private static final String STATUS_LINE = "\n%{http_code}";

    /** How long curl took differs in every run, and a result does not. */
    private static final Pattern TIME = Pattern.compile(" after \\d+ (ms|milliseconds)");

    private final Machine from;
    private final Consumer<Asked> note;

    private Web(Machine from, Consumer<Asked> note) {
        this.from = from;
        this.note = note;
    }

    public static Web from(Machine machine) {
        return new Web(machine, asked -> {});
    }

    /**
     * The same visitor, whose questions and answers are noted: whoever waits asks again and again, so the same answer to the
     * same question is noted once.
     *
     * @param asks what the trace calls the visitor
     * @param answers what it calls whoever answers
     */
    public Web noted(Evidence.Trace trace, String asks, String answers) {
        Set<Asked> known = new HashSet<>();
        return new Web(from, asked -> {
            if (known.add(asked)) {
                trace.message(asks, answers, asked.request());
                trace.answer(answers, asks, asked.answer().inWords());
            }
        });
    }

    public Answer get(String url) {
        return ask("GET", url);
    }

    public Answer post(String url, String body) {
        return ask("POST", url, "--data-binary", body);
    }

    private Answer ask(String method, String url, String... more) {
        Answer answer = answer(url, more);
        note.accept(new Asked(method + " " + url, answer));
        return answer;
    }

    private Answer answer(String url, String... more) {
        List<String> words =
                new ArrayList<>(List.of("curl", "-sS", "--noproxy", "*", "-m", PATIENCE_SECONDS, "-w", STATUS_LINE));
        words.addAll(List.of(more));
        words.add(url);
        Ran ran = from.run(words.toArray(String[]::new));
        int end = ran.out().lastIndexOf('\n');
        if (!ran.succeeded() || end < 0) {
            return new Answer(url, 0, "", TIME.matcher(ran.err().strip()).replaceAll(""));
        }
        int status = Integer.parseInt(ran.out().substring(end + 1).strip());
        return new Answer(url, status, ran.out().substring(0, end), "");
    }

    private record Asked(String request, Answer answer) {}

    /**
     * What came back.
     *
     * @param status of HTTP; 0 where nobody answered
     * @param trouble why nobody answered, in curl's words but for the time it took
     */
    public record Answer(String url, int status, String body, String trouble) {

        /** Whether it is the page that was asked for. */
        public boolean isOk() {
            return status == 200;
        }

        /** {@code 200: the body}, or why there is none. */
        public String inWords() {
            return status == 0 ? "no answer (" + trouble + ")" : status + ": " + body.strip();
        }
    }
}
