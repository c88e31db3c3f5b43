/**
 * Paths, hashes and folders. In: names from outside and trees to write. Out: real paths inside their jail; folders that
 * are whole or absent.
 */
@NullMarked
package dev.lexlab.lab.files;

import org.jspecify.annotations.NullMarked;
