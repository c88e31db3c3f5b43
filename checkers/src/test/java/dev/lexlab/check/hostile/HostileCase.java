package dev.lexlab.check.hostile;

/**
 * Work that means harm, or looks like it.
 *
 * @param number in the list of cases that the project was designed against
 * @param what is tried
 * @param control what holds it, and the second line where there is one
 * @param attempt with everything in force
 * @param held part of what is seen then
 * @param permitted the nearest thing that is allowed
 * @param passes part of what is seen of it
 * @param loosened the attempt again, with the control weaker and still bounded
 * @param differs part of what is seen then
 */
record HostileCase(
        int number,
        String what,
        String control,
        Scene attempt,
        String held,
        Scene permitted,
        String passes,
        Scene loosened,
        String differs) {

    static Builder of(int number, String what) {
        return new Builder(number, what);
    }

    String name() {
        return number + " " + what;
    }

    /** A case, word by word. */
    static final class Builder {
        private final int number;
        private final String what;
        private String control = "";
        private Scene attempt = () -> "";
        private String held = "";
        private Scene permitted = () -> "";
        private String passes = "";

        private Builder(int number, String what) {
            this.number = number;
            this.what = what;
        }

        Builder heldBy(String its) {
            control = its;
            return this;
        }

        Builder attempt(Scene scene, String expected) {
            attempt = scene;
            held = expected;
            return this;
        }

        Builder permitted(Scene scene, String expected) {
            permitted = scene;
            passes = expected;
            return this;
        }

        HostileCase loosened(Scene scene, String expected) {
            return new HostileCase(number, what, control, attempt, held, permitted, passes, scene, expected);
        }
    }
}
