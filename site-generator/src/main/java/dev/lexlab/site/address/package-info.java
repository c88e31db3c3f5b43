/**
 * Addresses that others may link to stay good. In: those that were ever published, those of this build, and the redirects that an
 * author wrote. Out: a problem for each address that would be lost.
 */
@NullMarked
package dev.lexlab.site.address;

import org.jspecify.annotations.NullMarked;
