package dev.lexlab.check.declared;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Shell;
import dev.lexlab.check.author.Submission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a step does. */
sealed interface Action permits Action.Run, Action.Script, Action.Write, Action.Hand, Disturbance {

    /**
     * Does it.
     *
     * @param on on which machine, or to what
     */
    Ran perform(Around around, String on, Submission work, Map<String, String> drawn);

    /** The same, as one would type it in a POSIX shell. */
    String typed(Map<String, String> drawn);

    /** All texts of it that hold what was drawn. */
    Stream<Template> templates();

    /** A program and its arguments. */
    record Run(List<Template> words, Template input) implements Action {
        public Run {
            words = List.copyOf(words);
        }

        @Override
        public Ran perform(Around around, String on, Submission work, Map<String, String> drawn) {
            return around.machine(on).run(Command.of(words(drawn)).reading(input.fill(drawn)));
        }

        @Override
        public String typed(Map<String, String> drawn) {
            String typed = Shell.words(words(drawn));
            return input.text().isEmpty() ? typed : "printf %s " + Shell.words(input.fill(drawn)) + " | " + typed;
        }

        private String[] words(Map<String, String> drawn) {
            return words.stream().map(word -> word.fill(drawn)).toArray(String[]::new);
        }

        @Override
        public Stream<Template> templates() {
            return Stream.concat(words.stream(), Stream.of(input));
        }
    }

    /** A script for the shell. */
    record Script(Template text) implements Action {
        @Override
        public Ran perform(Around around, String on, Submission work, Map<String, String> drawn) {
            return around.machine(on).run("sh", "-c", text.fill(drawn));
        }

        @Override
        public String typed(Map<String, String> drawn) {
            return text.fill(drawn).strip();
        }

        @Override
        public Stream<Template> templates() {
            return Stream.of(text);
        }
    }

    /** A text that is put into a file. */
    record Write(Template path, Template text) implements Action {
        @Override
        public Ran perform(Around around, String on, Submission work, Map<String, String> drawn) {
            around.machine(on).write(path.fill(drawn), text.fill(drawn));
            return new Ran(typed(drawn), 0, "", "");
        }

        @Override
        public String typed(Map<String, String> drawn) {
            return "printf %s " + Shell.words(text.fill(drawn)) + " > " + Shell.words(path.fill(drawn));
        }

        @Override
        public Stream<Template> templates() {
            return Stream.of(path, text);
        }
    }

    /** A file of the submission that is put there. */
    record Hand(Template path, String file) implements Action {
        @Override
        public Ran perform(Around around, String on, Submission work, Map<String, String> drawn) {
            around.machine(on).write(path.fill(drawn), work.file(file).text());
            return new Ran("write " + path.fill(drawn), 0, "", "");
        }

        /** Whoever opens a shell has it there already. */
        @Override
        public String typed(Map<String, String> drawn) {
            return "";
        }

        @Override
        public Stream<Template> templates() {
            return Stream.of(path);
        }
    }
}
