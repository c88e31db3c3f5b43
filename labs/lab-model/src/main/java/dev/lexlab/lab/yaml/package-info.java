/**
 * The one strict way to read YAML. In: text and the name of its file. Out: typed values that know their place; unknown
 * and double keys become problems.
 */
@NullMarked
package dev.lexlab.lab.yaml;

import org.jspecify.annotations.NullMarked;
