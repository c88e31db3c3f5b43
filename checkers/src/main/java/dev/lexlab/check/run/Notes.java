package dev.lexlab.check.run;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Exhibit.Message;
import dev.lexlab.lab.text.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The evidence of one check. Nothing here has a say in its verdict: what cannot be had is left out. */
final class Notes implements Evidence {
    /** For a last look at something; machines that were cut off answer at once that they are gone. */
    private static final long PATIENCE_SECONDS = 5;

    private final Map<String, Note> notes = new LinkedHashMap<>();

    @Override
    public void text(String title, String text) {
        Exhibit exhibit = new Exhibit.Text(title, Untrusted.of(text));
        notes.put(title, () -> Optional.of(exhibit));
    }

    @Override
    public void textAtEnd(String title, Supplier<String> text) {
        notes.put(title, new LastLook(title, new FutureTask<>(text::get)));
    }

    @Override
    public Trace trace(String title) {
        if (notes.get(title) instanceof Recording known) {
            return known;
        }
        Recording fresh = new Recording(title);
        notes.put(title, fresh);
        return fresh;
    }

    /** To be asked once, when the check has ended and what it ran in is still there. */
    List<Exhibit> exhibits() {
        notes.values().forEach(Note::begin);
        return notes.values().stream().flatMap(note -> note.exhibit().stream()).toList();
    }

    private interface Note {
        default void begin() {}

        Optional<Exhibit> exhibit();
    }

    /** On a thread of its own: nothing a learner left behind can hold the grading up, and several looks take as long as one. */
    private record LastLook(String title, FutureTask<String> look) implements Note {
        @Override
        public void begin() {
            Thread thread = new Thread(look, "a last look");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public Optional<Exhibit> exhibit() {
            try {
                String seen = look.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return Optional.of(new Exhibit.Text(title, Untrusted.of(seen)));
            } catch (ExecutionException | TimeoutException e) {
                look.cancel(true);
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                look.cancel(true);
                return Optional.empty();
            }
        }
    }

    /** Keeps the first messages; how many there were is kept in any case. */
    private static final class Recording implements Trace, Note {
        private final String title;
        private final List<Message> messages = new ArrayList<>();
        private int characters;
        private int count;

        Recording(String title) {
            this.title = title;
        }

        @Override
        public void message(String from, String to, String what) {
            add(from, to, what, false);
        }

        @Override
        public void answer(String from, String to, String what) {
            add(from, to, what, true);
        }

        private void add(String from, String to, String what, boolean isReply) {
            count++;
            if (messages.size() < Exhibit.Trace.MOST && characters < Untrusted.CAP) {
                messages.add(new Message(Untrusted.of(from), Untrusted.of(to), Untrusted.of(what), isReply));
                characters += Math.min(Untrusted.CAP, from.length() + to.length() + what.length());
            }
        }

        @Override
        public Optional<Exhibit> exhibit() {
            return count == 0 ? Optional.empty() : Optional.of(new Exhibit.Trace(title, messages, count));
        }
    }
}
