package dev.lexlab.check.watch;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Files that editors put beside the one that is saved, by their names. */
final class SpareFiles {
    /** Hidden ones and swap files; copies of Emacs, Vim, Kate and the like; Vim's try whether it may write here. */
    private static final Pattern NAME = Pattern.compile("\\..*|#.*#|.*~|.*\\.(swp|swo|swx|tmp|bak)|4913|___jb_.*");

    private SpareFiles() {}

    /** Whether a path below a task's folder is none of the learner's own; those that a task names are. */
    static boolean has(Watched task, Path path) {
        Path inside = task.folder().relativize(path);
        String name = inside.toString().replace('\\', '/');
        boolean isNamed = task.task().files().stream()
                .anyMatch(file -> file.path().equals(name) || file.path().startsWith(name + "/"));
        if (isNamed) {
            return false;
        }
        for (Path part : inside) {
            if (NAME.matcher(part.toString()).matches()) {
                return true;
            }
        }
        return false;
    }
}
