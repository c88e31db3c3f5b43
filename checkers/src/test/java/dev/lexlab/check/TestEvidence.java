package dev.lexlab.check;

import dev.lexlab.check.author.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps evidence as words. */
public final class TestEvidence implements Evidence {
    public final Map<String, String> texts = new LinkedHashMap<>();
    public final Map<String, List<String>> traces = new LinkedHashMap<>();

    @Override
    public void text(String title, String text) {
        texts.put(title, text);
    }

    @Override
    public void textAtEnd(String title, Supplier<String> text) {
        texts.put(title, text.get());
    }

    @Override
    public Trace trace(String title) {
        List<String> messages = traces.computeIfAbsent(title, fresh -> new ArrayList<>());
        return new Trace() {
            @Override
            public void message(String from, String to, String what) {
                messages.add(from + " -> " + to + ": " + what);
            }

            @Override
            public void answer(String from, String to, String what) {
                messages.add(from + " => " + to + ": " + what);
            }
        };
    }
}
