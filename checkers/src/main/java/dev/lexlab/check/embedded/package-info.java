/**
 * PostgreSQL on the bare machine, for where no container engine answers. In: the binaries on the class path and the settings
 * of a server's image. Out: a server on the loopback that answers queries and is gone when its owner is, whatever ended that.
 *
 * <p>All of it lies in one folder of this account:
 *
 * <ul>
 *   <li>{@code kept-<hash>}: the unpacked binaries and a data folder that was initialised once; whole or not there.
 *   <li>{@code locks/<run>}: a file for each server, locked by the process that owns it.
 *   <li>{@code runs/<run>}: that server's settings and its log, and its own copy of the data where that is not in memory.
 * </ul>
 *
 * The copies of the data lie in memory where the machine has a folder there, where databases are made and dropped much faster.
 */
@NullMarked
package dev.lexlab.check.embedded;

import org.jspecify.annotations.NullMarked;
