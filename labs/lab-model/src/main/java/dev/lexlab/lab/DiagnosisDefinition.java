package dev.lexlab.lab;

import java.util.Optional;

/**
 * A mistake the grader recognises, in words.
 *
 * @param says what is probably wrong
 * @param next one next step
 * @param term slug of the term to read
 */
public record DiagnosisDefinition(String id, String says, String next, Optional<TaskDefinition.Term> term) {}
