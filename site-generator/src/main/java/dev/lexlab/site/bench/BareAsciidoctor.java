package dev.lexlab.site.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/** AsciidoctorJ alone: converts to fragments and writes them. Arguments: folder in, folder out, threads, {@code rouge} or not. */
final class BareAsciidoctor {
    static final String ROUGE = "rouge";

    private BareAsciidoctor() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Options options = options(arguments[3].equals(ROUGE));
        BareFiles.convertAll(
                Path.of(arguments[0]), Path.of(arguments[1]), "adoc", Integer.parseInt(arguments[2]), () -> {
                    Asciidoctor asciidoctor = Asciidoctor.Factory.create();
                    return text -> asciidoctor.convert(text, options);
                });
    }

    private static Options options(boolean withRouge) {
        AttributesBuilder attributes = Attributes.builder();
        if (withRouge) {
            attributes.sourceHighlighter(ROUGE).attribute("rouge-css", "class");
        }
        return Options.builder()
                .safe(SafeMode.SAFE)
                .standalone(false)
                .attributes(attributes.build())
                .build();
    }
}
