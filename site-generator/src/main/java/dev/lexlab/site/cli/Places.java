package dev.lexlab.site.cli;

import dev.lexlab.lab.files.Course;
import dev.lexlab.site.scan.Roots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say where things are; every command of the site takes them. */
final class Places {
    @Option(
            names = "--course",
            paramLabel = "DIR",
            description = "Folder with content/ and labs/; default: the one around the current folder.")
    private @Nullable Path course;

    @Option(names = "--content", paramLabel = "DIR", description = "Pages; default: content/ of the course.")
    private @Nullable Path content;

    @Option(names = "--labs", paramLabel = "DIR", description = "Labs; default: labs/ of the course.")
    private @Nullable Path labs;

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    Roots roots(Path here) {
        Course found = find(here);
        Path pages = content == null ? found.content() : here.resolve(content);
        if (!Files.isDirectory(pages)) {
            throw usage("there is no folder '" + pages + "'; name the content with --content");
        }
        return new Roots(found, pages, labs == null ? found.labs() : named(here.resolve(labs)));
    }

    /** A course may have no labs; whoever names a folder means one that is there. */
    private Path named(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw usage("there is no folder '" + folder
                    + "'; name the folder that the labs lie in, or leave --labs out where there are none");
        }
        return folder;
    }

    private Course find(Path here) {
        if (course != null) {
            return new Course(here.resolve(course));
        }
        Optional<Course> around = Course.around(here);
        if (around.isEmpty() && content != null) {
            Path above = here.resolve(content).toAbsolutePath().normalize().getParent();
            around = Optional.ofNullable(above).map(Course::new);
        }
        return around.orElseThrow(
                () -> usage(
                        "no course here: neither this folder nor one above it has content/site.yml or a lab; name it with --course"));
    }

    /** A fault in the arguments. */
    ParameterException usage(String what) {
        CommandSpec spec = command;
        if (spec == null) {
            throw new IllegalStateException("picocli fills @Spec before any command runs");
        }
        return new ParameterException(spec.commandLine(), what);
    }
}
