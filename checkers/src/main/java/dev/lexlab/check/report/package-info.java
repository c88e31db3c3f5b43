/**
 * Tells what a grading found. In: grades. Out: lines for a terminal, {@code result.json}, an HTML page, Markdown, JUnit
 * XML; text of learners reaches each only through its sink.
 */
@NullMarked
package dev.lexlab.check.report;

import org.jspecify.annotations.NullMarked;
