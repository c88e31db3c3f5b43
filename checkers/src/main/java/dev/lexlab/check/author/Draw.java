package dev.lexlab.check.author;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random data from the seed that every run prints. The same seed gives the same data for a check, whichever other checks
 * run; there is no clock in it.
 */
public final class Draw {
    private static final List<String> WORDS = List.of(
            "amber", "anchor", "birch", "cedar", "clover", "copper", "coral", "ember", "falcon", "fern", "flint",
            "harbour", "hazel", "heron", "indigo", "ivory", "juniper", "lantern", "linden", "maple", "marble", "meadow",
            "olive", "orchid", "otter", "pebble", "pepper", "poplar", "quartz", "raven", "rowan", "saffron", "sage",
            "silver", "sparrow", "spruce", "thistle", "topaz", "umber", "velvet", "walnut", "willow");
    private static final List<String> NAMES = List.of(
            "Ada", "Amal", "Ana", "Bao", "Chloe", "Dana", "Edsger", "Elif", "Emeka", "Femi", "Grace", "Hana", "Igor",
            "Ines", "Jan", "Kofi", "Lars", "Leila", "Mei", "Mina", "Nadia", "Noor", "Olga", "Priya", "Radia", "Sofia",
            "Tariq", "Uma", "Wanda", "Yusuf", "Zoe");
    private static final LocalDate FIRST_DAY = LocalDate.of(2031, 1, 1);
    private static final int DAYS = 3650;

    private final long seed;
    private final Random random;

    /**
     * One stream of data.
     *
     * @param purpose separates the streams of one seed: the id of the check
     */
    public Draw(long seed, String purpose) {
        this.seed = seed;
        // Random, because its algorithm is part of its specification: the same data on every JDK.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
    }

    /** A stream of this seed for another purpose: what {@link Prepare} drew from it, a check can draw again. */
    public Draw as(String purpose) {
        return new Draw(seed, purpose);
    }

    /** A whole number, both bounds included. */
    public int number(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public boolean flag() {
        return random.nextBoolean();
    }

    /** A plain lower-case word. */
    public String word() {
        return pick(WORDS);
    }

    /** Words that differ from each other. */
    public List<String> words(int count) {
        return distinct(WORDS, count);
    }

    /** A person's first name. */
    public String name() {
        return pick(NAMES);
    }

    /** Names that differ from each other. */
    public List<String> names(int count) {
        return distinct(NAMES, count);
    }

    /** A day of the 2030s. */
    public LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    /** A full quarter of an hour between 08:00 and 17:45 UTC of some {@link #day}. */
    public OffsetDateTime time() {
        return day().atTime(number(8, 17), 15 * number(0, 3)).atOffset(ZoneOffset.UTC);
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The same elements in another order. */
    public <T> List<T> shuffle(List<T> elements) {
        List<T> shuffled = new ArrayList<>(elements);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            T element = shuffled.get(last);
            int other = random.nextInt(last + 1);
            shuffled.set(last, shuffled.get(other));
            shuffled.set(other, element);
        }
        return List.copyOf(shuffled);
    }

    /** Beyond the list, elements get a number: {@code amber2}. */
    private List<String> distinct(List<String> from, int count) {
        List<String> shuffled = shuffle(from);
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int round = i / from.size();
            drawn.add(shuffled.get(i % from.size()) + (round == 0 ? "" : round + 1));
        }
        return List.copyOf(drawn);
    }
}
