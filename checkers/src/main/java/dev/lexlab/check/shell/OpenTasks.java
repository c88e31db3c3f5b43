package dev.lexlab.check.shell;

import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Opened;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was kept in this course, at most one task of each lab. The files hold passwords of servers that nobody else reaches. */
public final class OpenTasks {
    private static final String ENDING = ".properties";

    private final Path folder;

    public OpenTasks(Course course) {
        this.folder = course.state().resolve("up");
    }

    /** What is kept of a lab, or was: the machine may have been switched off since. */
    public Optional<OpenTask> of(String lab) throws IOException {
        Path file = file(lab);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        return Optional.of(
                new OpenTask(lab, text(kept, "task"), text(kept, "run"), text(kept, "submission"), opened(kept)));
    }

    /** All labs of which something is kept, by name. */
    public List<OpenTask> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> labs;
        try (Stream<Path> files = Files.list(folder)) {
            labs = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
        List<OpenTask> all = new ArrayList<>();
        for (String lab : labs) {
            of(lab).ifPresent(all::add);
        }
        return all;
    }

    /** The file is whole or not there, and nobody else may read it. */
    public void put(OpenTask task) throws IOException {
        Files.createDirectories(folder);
        StringWriter text = new StringWriter();
        properties(task).store(text, null);
        Path fresh = Files.createTempFile(folder, "new", ".tmp");
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file(task.lab()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public void remove(String lab) throws IOException {
        Files.deleteIfExists(file(lab));
    }

    private Path file(String lab) {
        return folder.resolve(lab + ENDING);
    }

    private static Properties properties(OpenTask task) {
        Properties all = new Properties();
        all.setProperty("task", task.task());
        all.setProperty("run", task.run());
        all.setProperty("submission", task.submission());
        task.opened().main().ifPresent(main -> all.setProperty("main", main.name()));
        int number = 0;
        for (Door door : task.opened().doors()) {
            String prefix = "door." + number++ + ".";
            all.setProperty(prefix + "name", door.name());
            all.setProperty(prefix + "container", door.container());
            all.setProperty(prefix + "folder", door.folder());
            door.variables().forEach((name, value) -> all.setProperty(prefix + "variable." + name, value));
        }
        number = 0;
        for (Address address : task.opened().addresses()) {
            all.setProperty("address." + number + ".what", address.what());
            all.setProperty("address." + number++ + ".value", address.value());
        }
        return all;
    }

    private static Opened opened(Properties kept) {
        List<Door> doors = new ArrayList<>();
        for (int i = 0; kept.containsKey("door." + i + ".name"); i++) {
            doors.add(door(kept, "door." + i + "."));
        }
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; kept.containsKey("address." + i + ".what"); i++) {
            addresses.add(new Address(text(kept, "address." + i + ".what"), text(kept, "address." + i + ".value")));
        }
        String main = text(kept, "main");
        return new Opened(
                doors.stream().filter(door -> door.name().equals(main)).findFirst(), doors, addresses);
    }

    private static Door door(Properties kept, String prefix) {
        Map<String, String> variables = new TreeMap<>();
        String variable = prefix + "variable.";
        kept.stringPropertyNames().stream()
                .filter(key -> key.startsWith(variable))
                .forEach(key -> variables.put(key.substring(variable.length()), text(kept, key)));
        return new Door(
                text(kept, prefix + "name"),
                text(kept, prefix + "container"),
                text(kept, prefix + "folder"),
                variables);
    }

    private static String text(Properties kept, String key) {
        return kept.getProperty(key, "");
    }
}
