package dev.lexlab.check.cli;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Submission;

/** Of {@link DemoCourse}. */
final class DemoGraders {

    private DemoGraders() {}

    static final class First {
        @Check("says-yes")
        void saysYes(Submission work) {
            String text = work.file("a.txt").text().strip();
            if (!text.equals("yes")) {
                throw Failure.of("the file does not say yes")
                        .expected("yes")
                        .seen(text)
                        .next("write yes into it");
            }
        }

        @Check("ends")
        void ends(Submission work) {
            work.file("a.txt").text();
        }
    }

    @SuppressWarnings("DoNotCallSuggester") // nobody but the engine calls a check
    static final class Broken {
        @Check("says-yes")
        void saysYes() {
            throw new IllegalStateException("a slip of ours");
        }

        @Check("ends")
        void ends() {}
    }

    static final class Second {
        @Check("runs")
        void runs(Submission work, Postgres db) {
            db.apply(work.file("b.sql"));
        }
    }
}
