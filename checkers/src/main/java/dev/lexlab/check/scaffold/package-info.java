/**
 * Beginnings for authors. In: a name and a few words. Out: new files of a course that work at once: pages that pass
 * {@code site}, a lab whose grader passes {@code prove}. No file that is there is ever changed.
 *
 * <p>A <em>kit</em> is what a new lab is made from: recipes for a server's image and for its clients', a task, checks as data and
 * the same in Java, and solutions. They lie beside this package as resources; each names its files in {@code kit.yml}.
 */
@NullMarked
package dev.lexlab.check.scaffold;

import org.jspecify.annotations.NullMarked;
