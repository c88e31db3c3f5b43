package dev.lexlab.check.run;

import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Graders of a course that is not ours, compiled by the JDK itself into {@code .lexlab/graders/<hash>} of that course. The
 * hash is over all their sources and over what they are compiled against, so none is ever stale.
 */
final class CompiledGraders {
    static final String SOURCES = "checkers/src/main/java";

    private static final String RELEASE = "17";
    private static final String ENDING = ".java";

    private final Course course;
    private final Path sources;
    private final Map<String, ClassLoader> loaded = new HashMap<>();

    CompiledGraders(Course course) {
        this.course = course;
        this.sources = course.root().resolve(SOURCES);
    }

    boolean hasSourceOf(String name) {
        int nested = name.indexOf('$');
        String outer = nested < 0 ? name : name.substring(0, nested);
        return Files.isRegularFile(sources.resolve(outer.replace('.', '/') + ENDING));
    }

    GraderClass of(TaskDefinition task) throws ProblemsFound, IOException {
        String hash = Hashes.ofFolder(sources);
        try {
            Class<?> type = Class.forName(task.grader(), true, loader(hash));
            return GraderClass.of(task, type, hash);
        } catch (ClassNotFoundException | LinkageError e) {
            Problems problems = new Problems();
            problems.add(
                    task.place(),
                    "the grader class " + task.grader() + " cannot be loaded: " + e.getMessage(),
                    "its package must be that of its folder");
            throw new ProblemsFound(problems.sorted());
        }
    }

    private synchronized ClassLoader loader(String hash) throws ProblemsFound, IOException {
        ClassLoader known = loaded.get(hash);
        if (known != null) {
            return known;
        }
        ClassLoader made = new GraderLoader(classes(hash), CompiledGraders.class.getClassLoader());
        loaded.put(hash, made);
        return made;
    }

    /** A folder that is whole or absent, whoever compiles at the same time. */
    private Path classes(String hash) throws ProblemsFound, IOException {
        String key = Hashes.of(hash + Fingerprint.ofLexlab()).substring(0, 32);
        Path graders = course.state().resolve("graders");
        Path made = graders.resolve(key);
        if (Files.isDirectory(made)) {
            return made;
        }
        Files.createDirectories(graders);
        Path partial = Files.createTempDirectory(graders, key + ".partial-");
        try {
            compileInto(partial);
            Files.move(partial, made, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return made; // somebody else was quicker with the very same
        } finally {
            Trees.delete(partial);
        }
        sweep(graders, made);
        return made;
    }

    private void compileInto(Path folder) throws ProblemsFound, IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new CannotGrade(
                    "this course's graders are Java, and this Java (" + System.getProperty("java.home")
                            + ") has no compiler",
                    "install a whole JDK: sudo apt-get install -y openjdk-17-jdk-headless");
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    folder.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "--release",
                    RELEASE,
                    "-proc:none",
                    "-parameters",
                    "-nowarn");
            boolean isCompiled = compiler.getTask(
                            null, files, found, options, null, files.getJavaFileObjectsFromPaths(sourceFiles()))
                    .call();
            if (!isCompiled) {
                throw faults(found.getDiagnostics());
            }
        }
    }

    private List<Path> sourceFiles() throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private ProblemsFound faults(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        Problems problems = new Problems();
        for (Diagnostic<? extends JavaFileObject> fault : diagnostics) {
            if (fault.getKind() == Diagnostic.Kind.ERROR) {
                problems.add(place(fault), oneLine(fault.getMessage(Locale.ENGLISH)), "");
            }
        }
        return new ProblemsFound(problems.sorted());
    }

    private Place place(Diagnostic<? extends JavaFileObject> fault) {
        JavaFileObject file = fault.getSource();
        if (file == null || fault.getLineNumber() == Diagnostic.NOPOS) {
            return Place.of(SOURCES);
        }
        return new Place(
                course.name(Path.of(file.toUri())), (int) fault.getLineNumber(), (int) fault.getColumnNumber());
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    /** Of earlier ones some are kept: another process may still load classes from them. */
    private static void sweep(Path graders, Path made) throws IOException {
        int kept = 4;
        List<Path> old;
        try (Stream<Path> all = Files.list(graders)) {
            old = all.filter(folder -> !folder.equals(made))
                    .sorted((a, b) -> Long.compare(age(a), age(b)))
                    .skip(kept)
                    .toList();
        }
        for (Path folder : old) {
            Trees.delete(folder);
        }
    }

    private static long age(Path folder) {
        File file = folder.toFile();
        return -file.lastModified();
    }
}
