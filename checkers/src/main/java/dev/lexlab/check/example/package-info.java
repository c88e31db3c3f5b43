/**
 * Runs the code that pages show, on the real thing. In: the files under {@code labs/<lab>/examples/<image>/}, which pages
 * include by tag. Out: for each whether it did what readers are told, and where not, problems with file and line.
 *
 * <p>A folder is named for the image of {@code labs/images} in a container of which its files are run, each in a fresh one, with
 * all files of the folder beside it. How a file is run is told by its ending:
 *
 * <ul>
 *   <li>{@code .console}: what somebody typed and saw. A line behind {@code "$ "} is a command (behind {@code "> "} it goes on), and
 *       the lines up to the next one are what it must print; {@code …} in a line stands for any text, {@code …} alone for any
 *       lines. A command whose output is not shown must succeed. All of a file are typed into one shell. A line that begins with
 *       {@code #} is a comment.
 *   <li>{@code .sql}: a script for {@code psql}. Where a statement must fail, its last line ends in a comment with what the server
 *       says: {@code -- ERROR:  division by zero}. With a file of the same name that ends in {@code .out}, psql must print that;
 *       {@code …} as above.
 *   <li>{@code .py}, {@code .sh}: programs that must succeed.
 * </ul>
 *
 * <p>What stands outside of the tags is run and not shown: what an example needs, and assertions; so is what a command prints, where the
 * tag ends behind the command. A file of another kind must be named by one that is run.
 */
@NullMarked
package dev.lexlab.check.example;

import org.jspecify.annotations.NullMarked;
