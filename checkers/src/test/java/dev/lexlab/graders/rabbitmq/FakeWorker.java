package dev.lexlab.graders.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.SubmittedFile;
import java.util.function.Consumer;
import java.util.function.Function;

/** A machine whose programs are functions. */
record FakeWorker(Function<Command, Ran> programs) implements Machine {

    static FakeWorker succeeding(Consumer<Command> program) {
        return new FakeWorker(command -> {
            program.accept(command);
            return new Ran(command.typed(), 0, "", "");
        });
    }

    static FakeWorker ending(int exitCode, String err) {
        return new FakeWorker(command -> new Ran(command.typed(), exitCode, "", err));
    }

    LearnerProgram holding(String path) {
        return holding(path, "#!/usr/bin/env python3\n");
    }

    LearnerProgram holding(String path, String text) {
        return new LearnerProgram(new TextFile(path, text), this);
    }

    @Override
    public String name() {
        return "worker";
    }

    @Override
    public Ran run(Command command) {
        return programs.apply(command);
    }

    @Override
    public Program start(Command command) {
        throw new UnsupportedOperationException("no check of this lab starts a program that goes on");
    }

    @Override
    public void write(String path, String text) {
        throw new UnsupportedOperationException("no check of this lab writes files");
    }

    @Override
    public void set(String variable, String value) {
        throw new UnsupportedOperationException("no check of this lab sets variables");
    }

    @Override
    public Outage outage() {
        throw new AssertionError("nobody breaks it");
    }

    private record TextFile(String path, String text) implements SubmittedFile {

        @Override
        public byte[] bytes() {
            return text.getBytes(UTF_8);
        }
    }
}
