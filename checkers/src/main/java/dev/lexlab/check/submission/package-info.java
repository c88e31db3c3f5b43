/**
 * The one door for what a learner hands in. In: a folder nobody vouches for. Out: a sealed copy of its regular files in
 * memory, or the reasons why it cannot be taken.
 */
@NullMarked
package dev.lexlab.check.submission;

import org.jspecify.annotations.NullMarked;
