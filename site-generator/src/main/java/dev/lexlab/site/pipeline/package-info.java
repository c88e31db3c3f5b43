/**
 * scan → parse → build → render → verify → write. In: a {@link dev.lexlab.site.pipeline.BuildRequest}. Out: a {@link
 * dev.lexlab.site.pipeline.BuildOutcome}; usable many times in one warm process.
 */
@NullMarked
package dev.lexlab.site.pipeline;

import org.jspecify.annotations.NullMarked;
