package dev.lexlab.check.shell;

import dev.lexlab.check.environment.Environment.Door;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A command on this very machine, for what runs in no container: it gets our streams, and what it has to know. */
public final class Here {

    private Here() {}

    /**
     * Runs a command until it ends.
     *
     * @param environment where {@code PATH} is looked up
     * @return its exit code; empty where there is no such program
     */
    public static Optional<Integer> run(Door door, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        if (!exists(command.get(0), environment.getOrDefault("PATH", ""))) {
            return Optional.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(door.variables());
        leaveInterruptsToTheCommand();
        return Optional.of(builder.start().waitFor());
    }

    private static boolean exists(String program, String path) {
        return program.indexOf('/') >= 0
                ? Files.isExecutable(Path.of(program))
                : Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Ctrl-C is for the command, which may go on after it as psql does; a terminal sends it to us as well. The JDK has no other
     * way than a class that is no part of Java, so it is asked for by name and done without where it is missing. A handler of
     * ours, and not "ignore", since a command would inherit that.
     */
    private static void leaveInterruptsToTheCommand() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object nothing = Proxy.newProxyInstance(
                    Here.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> null);
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, nothing);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            // then Ctrl-C ends the command and us
        }
    }
}
