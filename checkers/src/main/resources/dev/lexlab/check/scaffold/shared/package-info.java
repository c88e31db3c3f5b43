/** Checks of the lab {@code {{lab}}}. In: a submission and what {@code lab.yml} names. Out: what was seen, in a learner's words. */
@NullMarked
package {{package}};

import org.jspecify.annotations.NullMarked;
