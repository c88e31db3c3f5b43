/**
 * What a server image says about itself. In: {@code labs/images/<name>/service.yml}. Out: a definition that the engine can
 * start, wait for and reset without knowing which server it is.
 *
 * <p>An image without {@code ports}, {@code ready}, {@code reset}, {@code account} and {@code learner} is no server: programs
 * run in it.
 *
 * <p>The keys, all of one level unless noted (a fifth concept needs a folder with these and a Dockerfile, no Java):
 *
 * <ul>
 *   <li>{@code about}: one line on what it is.
 *   <li>{@code ports}: name to number, at least one; each is published on this machine's loopback under a free number.
 *   <li>{@code ready}: a command in the container that does what clients do; exit 0 means ready. It may run many times.
 *   <li>{@code ready-seconds}: how long to wait for that, 60 unless said; it judges nobody, it ends a hopeless start.
 *   <li>{@code reset}: a command that brings the server back to what the image holds.
 *   <li>{@code account}: {@code user} and {@code secret}; the engine makes up a password for every server, puts it in the
 *       variable named by {@code secret}, and the image lets {@code user} in with it. May be absent.
 *   <li>{@code learner}: the same for the plain account that learners' programs use. They are told its name and password in
 *       {@code <SERVER>_USER} and {@code <SERVER>_PASSWORD}, where {@code <SERVER>} is the name that the task gives the server.
 *       Absent where the server knows no accounts, or where somebody makes one for each learner.
 *   <li>{@code limits}: {@code memory-mb} (with all that lies in {@code tmpfs}), {@code processes}, {@code cpus}.
 *   <li>{@code tmpfs}: the only folders that can be written, to their size in megabytes. They must not exist in the image, or
 *       be writable for everybody there.
 * </ul>
 *
 * Its program may be ended and started again in the same container, with what it wrote: an entrypoint that prepares a folder leaves
 * alone what is there already.
 *
 * <p>The image's own user runs it, with no capability and a read-only root. {@code timeout} of coreutils must be in it.
 */
@NullMarked
package dev.lexlab.check.service;

import org.jspecify.annotations.NullMarked;
