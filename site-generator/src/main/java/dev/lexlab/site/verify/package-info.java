/**
 * The last look before anything is shown. In: every file of the site. Out: problems for whatever leads nowhere, whichever
 * stage let it through.
 */
@NullMarked
package dev.lexlab.site.verify;

import org.jspecify.annotations.NullMarked;
