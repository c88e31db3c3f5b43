package dev.lexlab.check.engine;

/**
 * Something that a container is held to.
 *
 * @param name for people
 * @param asked what was asked of the engine
 * @param found what is in force, as the container's own kernel tells
 */
public record Control(String name, String asked, String found) {

    public boolean isInForce() {
        return asked.equals(found);
    }

    @Override
    public String toString() {
        return name + (isInForce() ? " " + found : " (asked: " + asked + ", in force: " + found + ")");
    }
}
