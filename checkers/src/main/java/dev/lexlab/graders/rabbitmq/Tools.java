package dev.lexlab.graders.rabbitmq;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.author.Shell;
import java.util.List;

/** Commands for a learner's shell on the worker that show a symptom again. */
final class Tools {
    private static final String URL = " -u \"$AMQP_URL\" ";

    private Tools() {}

    /** Publishes an event as somebody else would, and takes one message from each queue. */
    static String publishAndLook(String key, List<String> queues) {
        return "amqp-publish" + URL + Shell.words("-e", Topology.EXCHANGE, "-r", key, "-b", "an event") + look(queues);
    }

    /** The same with the learner's program. */
    static String runAndLook(String key, List<String> queues) {
        return "echo 'an event' | " + Shell.words("./publish", key) + look(queues);
    }

    /** The body as it goes in and as it comes out, with ends of lines made visible. */
    static String runAndCompare(Event event, String queue) {
        return Shell.words("printf", formatOf(event.body())) + " | tee /tmp/body | "
                + Shell.words("./publish", event.key()) + "; cat -A /tmp/body; echo; amqp-get" + URL
                + Shell.words("-q", queue) + " | cat -A";
    }

    /** On one line: what printf makes the text of. */
    private static String formatOf(String text) {
        return text.replace("\\", "\\\\")
                .replace("%", "%%")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    static String list() {
        return "rabbitmqadmin list exchanges name type; rabbitmqadmin list queues name";
    }

    private static String look(List<String> queues) {
        return queues.stream()
                .map(queue -> "; amqp-get" + URL + Shell.words("-q", queue) + " && echo || echo "
                        + Shell.words("nothing in " + queue))
                .collect(joining());
    }
}
