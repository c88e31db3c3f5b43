package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/**
 * AsciiDoc through AsciidoctorJ. Creating one boots JRuby, which costs a second or two: make it late and once. It converts any number
 * of pages at a time.
 */
final class AsciidocEngine implements MarkupEngine {
    /** Asciidoctor also logs to java.util.logging; held here because loggers are held weakly there. */
    private static final Logger TWICE_TOLD = Logger.getLogger("asciidoctor");

    private final Asciidoctor asciidoctor;
    private final AsciidocLog log = new AsciidocLog();
    private final Options options = options();

    /** Below this many pages, compiling Ruby takes longer than it saves. */
    private static final int PAGES_WORTH_COMPILING = 300;

    /** @param pages about how many it will convert */
    AsciidocEngine(int pages) {
        TWICE_TOLD.setLevel(Level.OFF);
        if (System.getProperty("jruby.compile.mode") == null && pages < PAGES_WORTH_COMPILING) {
            System.setProperty("jruby.compile.mode", "OFF");
        }
        asciidoctor = Asciidoctor.Factory.create();
        asciidoctor.registerLogHandler(log);
        asciidoctor
                .javaExtensionRegistry()
                .inlineMacro(new ReferenceMacro("term"))
                .inlineMacro(new ReferenceMacro("cite"));
    }

    private static Options options() {
        Attributes attributes = Attributes.builder()
                .attribute("idprefix", "")
                .attribute("idseparator", "-")
                .attribute("relfilesuffix", ".adoc")
                .attribute("attribute-missing", "warn")
                .attribute("lexlab", "")
                .attribute("toc", null) // a page has contents of its own, and so on: see AttributeUse
                .attribute("sectanchors", null)
                .attribute("sectlinks", null)
                .attribute("icons", null)
                .attribute("figure-caption", null)
                .attribute("table-caption", null)
                .attribute("example-caption", null)
                .build();
        return Options.builder()
                .safe(SafeMode.SECURE)
                .standalone(false)
                .attributes(attributes)
                .build();
    }

    @Override
    public Fragment convert(SourceText source) {
        log.begin(source);
        String html = asciidoctor.convert(Marks.put(source.body()), options);
        AsciidocShape shape = new AsciidocShape(source);
        Shaped shaped = shape.shape(html == null ? "" : html);
        List<Problem> problems = new ArrayList<>(log.end());
        problems.addAll(AsciidocCheck.problems(source));
        problems.addAll(shape.problems());
        return new Fragment(shaped.html(), shaped.anchors(), problems);
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
