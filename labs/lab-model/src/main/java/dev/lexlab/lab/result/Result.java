package dev.lexlab.lab.result;

/** A whole {@code result.json}: what every other report is made from. */
public record Result(Grade grade, Run run) {}
