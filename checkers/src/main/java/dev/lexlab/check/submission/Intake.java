package dev.lexlab.check.submission;

import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The door. Takes regular files and nothing else, follows no link, opens nothing it has not looked at, and stops at its
 * caps. Files and folders that begin with a dot are an editor's or git's: they are passed by unless the task names them.
 */
public final class Intake {
    private Intake() {}

    /** Reads everything now, so that later changes in the folder change nothing. */
    public static TakenIn take(Path folder, TaskDefinition task) {
        return take(folder, task, Caps.USUAL);
    }

    /** With other caps, for tests. */
    static TakenIn take(Path folder, TaskDefinition task, Caps caps) {
        Problems problems = new Problems();
        SortedMap<String, byte[]> files = new FolderReader(folder, task, caps, problems).read();
        if (problems.isEmpty()) {
            for (TaskDefinition.WorkFile file : task.files()) {
                if (!files.containsKey(file.path())) {
                    problems.add(
                            Place.of(file.path()),
                            "there is no such file",
                            "hand it in under exactly this name; it holds " + file.about());
                }
            }
        }
        MemorySubmission submission = new MemorySubmission(files);
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((name, content) -> hashes.put(name, Hashes.of(content)));
        return new TakenIn(submission, hash(hashes), problems.sorted(), hashes, submission.reads());
    }

    /** Whether the files of the task are there and still as the starter has them. */
    public static boolean isUntouched(Path folder, TaskDefinition task) throws IOException {
        for (TaskDefinition.WorkFile file : task.files()) {
            Path mine = folder.resolve(file.path());
            if (!Files.isRegularFile(mine, LinkOption.NOFOLLOW_LINKS)
                    || Files.mismatch(mine, task.starter().resolve(file.path())) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String hash(Map<String, String> files) {
        StringBuilder all = new StringBuilder();
        files.forEach((name, content) ->
                all.append(Hashes.of(name.getBytes(StandardCharsets.UTF_8))).append(content));
        return Hashes.of(all.toString());
    }
}
