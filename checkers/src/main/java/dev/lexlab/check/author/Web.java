package dev.lexlab.check.author;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A visitor: asks for pages from some machine, with {@code curl}. */
public final class Web {
    private static final String PATIENCE_SECONDS = "5";
    private static final String STATUS_LINE = "\n%{http_code}";

    /** How long curl took differs in every run, and a result does not. */
    private static final Pattern TIME = Pattern.compile(" after \\d+ (ms|milliseconds)");

    private final Machine from;

    private Web(Machine from) {
        this.from = from;
    }

    public static Web from(Machine machine) {
        return new Web(machine);
    }

    public Answer get(String url) {
        return ask(url);
    }

    public Answer post(String url, String body) {
        return ask(url, "--data-binary", body);
    }

    private Answer ask(String url, String... more) {
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
