package dev.lexlab.check.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks what a string holds, in whatever language it stands. */
final class Values {
    /** {@code [address:]port:host:port}, as {@code ssh -R} takes it; a port may be a variable. */
    private static final Pattern FORWARD =
            Pattern.compile("(?<bind>[^:{}\\s/]*:)?(?<port>[^:\\s/]+):(?<host>localhost|[0-9.]+):(?<target>[^:\\s/]+)");

    /** {@code address:port host:port}, as RemoteForward takes it. */
    private static final Pattern REMOTE_FORWARD = Pattern.compile(
            "(?<bind>[^:{}\\s/]*:)?(?<port>[^:\\s/]+)\\s+(?<host>localhost|[0-9.]+):(?<target>[^:\\s/]+)");

    /** Words with dots between them, some of which stand for others: {@code *.parcel.#}. */
    private static final Pattern PATTERN = Pattern.compile("[^.\\s\"/]+(?:\\.[^.\\s\"/]+)+");

    private static final Pattern BOOLEAN = Pattern.compile("\\b(?:true|false)\\b");
    private static final Pattern TOPIC = Pattern.compile("\\btopic\\b");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

    private final String text;
    private final int from;
    private final int to;
    private final List<Edit> edits = new ArrayList<>();

    private Values(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** Of what stands between these places, quotes apart. */
    static List<Edit> of(String text, int from, int to) {
        Values values = new Values(text, from, to);
        values.breakIt();
        return values.edits;
    }

    private void breakIt() {
        String value = text.substring(from, to);
        if (breaksForward(FORWARD) || breaksForward(REMOTE_FORWARD)) {
            return;
        }
        if (value.equals("-R") || value.equals("-L")) {
            edits.add(Edit.replace(text, from, to, value.equals("-R") ? "-L" : "-R"));
        } else if (value.matches("[0-9]+")) {
            Numbers.step(text, from, to).stream().limit(1).forEach(edits::add); // a port or a size: no limit
        } else if (ADDRESS.matcher(value).matches()) {
            breakAddress(value);
        } else if (isPattern(value)) {
            breakPattern();
        } else if (!breaksKnownWords() && value.indexOf('-') != 0) {
            changeLetter(value);
        }
    }

    private void breakAddress(String address) {
        edits.add(Edit.replace(text, from, to, address.equals("127.0.0.1") ? "0.0.0.0" : "127.0.0.1"));
    }

    private boolean breaksForward(Pattern form) {
        Matcher forward = form.matcher(text).region(from, to);
        if (!forward.matches()) {
            return false;
        }
        int port = forward.start("port");
        if (forward.group("bind") != null) {
            edits.add(Edit.drop(text, forward.start("bind"), forward.end("bind")));
            edits.add(Edit.replace(text, forward.start("bind"), forward.end("bind"), "127.0.0.1:"));
        } else {
            edits.add(new Edit(port, port, "127.0.0.1:", "'127.0.0.1:' put before " + forward.group("port")));
        }
        String between = text.substring(forward.end("port"), forward.start("target"));
        edits.add(Edit.replace(
                text, port, forward.end("target"), forward.group("target") + between + forward.group("port")));
        edits.add(Edit.replace(text, forward.start("host"), forward.end("host"), "127.0.0.2"));
        for (String group : List.of("port", "target")) {
            if (forward.group(group).startsWith("$")) {
                edits.add(Edit.drop(text, forward.start(group), forward.start(group) + 1));
            }
        }
        return true;
    }

    private static boolean isPattern(String value) {
        return PATTERN.matcher(value).matches() && (value.indexOf('*') >= 0 || value.indexOf('#') >= 0);
    }

    /** Wildcards for one another, and every word left out once. */
    private void breakPattern() {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == '.') {
                breakWordOfPattern(start, i);
                start = i + 1;
            }
        }
    }

    private void breakWordOfPattern(int start, int end) {
        String word = text.substring(start, end);
        if (word.equals("*")) {
            edits.add(Edit.replace(text, start, end, "#"));
        } else if (word.equals("#")) {
            edits.add(Edit.replace(text, start, end, "*"));
        } else {
            int first = edits.size();
            edits.addAll(of(text, start, end));
            edits.subList(first, edits.size()).removeIf(edit -> edit.from() == edit.to());
        }
        Edit dropped = Edit.drop(text, start, end);
        edits.add(new Edit(end == to ? start - 1 : start, end == to ? end : end + 1, "", dropped.says()));
    }

    /** {@code true} and {@code false} in JSON, the types of exchanges. */
    private boolean breaksKnownWords() {
        int before = edits.size();
        Matcher booleans = BOOLEAN.matcher(text).region(from, to);
        while (booleans.find()) {
            edits.add(Edit.replace(
                    text, booleans.start(), booleans.end(), booleans.group().equals("true") ? "false" : "true"));
        }
        Matcher topic = TOPIC.matcher(text).region(from, to);
        while (topic.find()) {
            edits.add(Edit.replace(text, topic.start(), topic.end(), "direct"));
            edits.add(Edit.replace(text, topic.start(), topic.end(), "fanout"));
        }
        return edits.size() > before;
    }

    /** The last letter becomes the next one of the alphabet; what people read as a sentence stays. */
    private void changeLetter(String value) {
        boolean isWord = WORD.matcher(value).matches() || (value.startsWith("/") && !value.contains(" "));
        if (!isWord || value.equals("/dev/null") || value.startsWith("x-")) {
            return;
        }
        for (int i = to - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (Character.isLetter(c) && c < 'z') {
                char next = c == 'Z' ? 'A' : (char) (c + 1);
                edits.add(new Edit(
                        i,
                        i + 1,
                        String.valueOf(next),
                        Edit.replace(
                                        text,
                                        from,
                                        to,
                                        value.substring(0, i - from) + next + value.substring(i + 1 - from))
                                .says()));
                return;
            }
        }
    }
}
