package dev.lexlab.check.learner;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts starters where learners work. What is there stays as it is: only missing files are added. */
public final class Work {
    private final LabDefinition lab;
    private final Path folder;

    /** The work of a lab in some folder, which need not be there yet. */
    public Work(LabDefinition lab, Path folder) {
        this.lab = lab;
        this.folder = folder;
    }

    public Path folder(TaskDefinition task) {
        return folder.resolve(task.id());
    }

    /** The files that were missing and now are there, from the work folder. */
    public List<String> start() throws IOException {
        List<String> added = new ArrayList<>();
        for (TaskDefinition task : lab.tasks()) {
            for (Path file : filesOf(task.starter())) {
                Path mine = folder(task).resolve(task.starter().relativize(file).toString());
                Files.createDirectories(mine.getParent());
                try {
                    Files.copy(file, mine);
                    added.add(folder.relativize(mine).toString().replace('\\', '/'));
                } catch (FileAlreadyExistsException e) {
                    // theirs
                }
            }
        }
        return List.copyOf(added);
    }

    /**
     * Makes the folder one that can be pushed somewhere and graded there.
     *
     * @param launcher the way from the folder to the course's launcher
     */
    public void makeStandalone(Path launcher) throws IOException {
        addIfMissing("pom.xml", Standalone.pom(lab, launcher.toString().replace('\\', '/')));
        addIfMissing(".gitignore", Standalone.GITIGNORE);
    }

    private void addIfMissing(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.writeString(file, content);
        }
    }

    private static List<Path> filesOf(Path starter) throws IOException {
        try (Stream<Path> files = Files.walk(starter)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
