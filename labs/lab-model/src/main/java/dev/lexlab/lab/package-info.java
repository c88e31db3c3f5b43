/**
 * Labs as their authors define them. In: a {@code lab.yml} and the folder around it. Out: a {@link
 * dev.lexlab.lab.LabDefinition} that holds together, or the problems that stop it.
 */
@NullMarked
package dev.lexlab.lab;

import org.jspecify.annotations.NullMarked;
