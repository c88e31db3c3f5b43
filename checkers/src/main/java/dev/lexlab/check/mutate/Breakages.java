package dev.lexlab.check.mutate;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The ways in which a file can be broken a little, chosen by its name and its first line. */
final class Breakages {
    private static final Pattern SSH_CONFIG = Pattern.compile(
            "(?im)^\\s*(Host|Match|GatewayPorts|AllowTcpForwarding|PermitListen|PermitOpen|ClientAlive\\w+)[ =]");

    private Breakages() {}

    /** Each once, by place; none of them in a comment. */
    static List<Edit> of(String name, String text) {
        return of(name, text, "");
    }

    /**
     * The same for a file that has a companion.
     *
     * @param runFile text of the {@code run.yml} that stands beside it; empty where there is none
     */
    static List<Edit> of(String name, String text, String runFile) {
        return Edit.distinct(text, kind(name, text, runFile).apply(text));
    }

    private static Function<String, List<Edit>> kind(String name, String text, String runFile) {
        String base = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String first = text.startsWith("#!") ? text.lines().findFirst().orElse("") : "";
        if (base.endsWith(".sql")) {
            return SqlBreakages::of;
        }
        if (base.startsWith("dockerfile")) {
            return file -> DockerfileBreakages.of(file, YamlBreakages.variables(runFile));
        }
        if (base.endsWith(".yml") || base.endsWith(".yaml")) {
            return YamlBreakages::of;
        }
        if (first.contains("python") || base.endsWith(".py")) {
            return PythonBreakages::of;
        }
        if (first.contains("perl") || base.endsWith(".pl")) {
            return PerlBreakages::of;
        }
        if (first.endsWith("sh") || base.endsWith(".sh")) {
            return ShellBreakages::of;
        }
        if (SSH_CONFIG.matcher(text).find()) {
            return SshConfigBreakages::of;
        }
        if (base.endsWith(".conf")) {
            return SettingsBreakages::of;
        }
        return Lines::dropped;
    }
}
