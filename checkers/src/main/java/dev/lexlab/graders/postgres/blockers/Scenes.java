package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Draw;
import java.util.ArrayList;
import java.util.List;

/** Who stands in whose way, drawn from the seed. What each check must see is in every one of its scenes. */
final class Scenes {
    static final String FORGOTTEN = "forgotten";
    static final String IDLER = "idler";
    static final String LONG_QUERY = "long_query";
    static final String HARMLESS_READER = "harmless_reader";
    static final String QUEUED = "queued";
    static final String READER_BESIDE_BUILDER = "reader_beside_builder";

    private static final List<String> ORDER = List.of("second", "third", "fourth", "fifth");
    private static final int SHORT_CHAIN = 2;

    private final Draw draw;
    private final Depot depot;

    private Scenes(Draw draw) {
        this.draw = draw;
        this.depot = new Depot(draw);
    }

    /** Chains and trees behind roots that do different things and hold different things. */
    static Scene chains(Draw draw) {
        Scenes scenes = new Scenes(draw);
        return scenes.scene(draw.shuffle(List.of(
                scenes.rows(draw.number(3, ORDER.size()), draw.number(1, 2)),
                scenes.behindActive(1),
                scenes.behindIdle(draw.number(2, 3)),
                scenes.behindReaders(1))));
    }

    /** Somebody in somebody's way, for another database. */
    static Part[] elsewhere(Draw draw) {
        String lock = "SELECT pg_advisory_lock(" + draw.as("elsewhere").number(1, 1_000_000) + ")";
        return new Part[] {Part.idle("root_elsewhere", lock), Part.waiting("behind_elsewhere", lock, "root_elsewhere")};
    }

    /** What is different about tables: locks that get along with each other, and queues. */
    static Scene queues(Draw draw) {
        Scenes scenes = new Scenes(draw);
        return scenes.scene(draw.shuffle(List.of(scenes.queue(), scenes.besideReader())));
    }

    /** Sessions with several ways to the same root, and with several roots. */
    static Scene counts(Draw draw) {
        Scenes scenes = new Scenes(draw);
        return scenes.scene(draw.shuffle(List.of(
                scenes.rows(SHORT_CHAIN, draw.number(2, 3)),
                scenes.behindKey(3),
                scenes.behindReaders(2),
                scenes.behindBuilder())));
    }

    /** Enough of everything to see who is ended. */
    static Scene jams(Draw draw) {
        Scenes scenes = new Scenes(draw);
        return scenes.scene(draw.shuffle(
                List.of(scenes.rows(SHORT_CHAIN, 1), scenes.behindActive(draw.number(1, 2)), scenes.behindReaders(2))));
    }

    private Scene scene(List<List<Part>> knots) {
        List<Part> bystanders =
                List.of(Part.inTransaction(FORGOTTEN, depot.row()), Part.active(LONG_QUERY), Part.idle(IDLER));
        return new Scene(depot.given(), knots).amid(bystanders);
    }

    /** Each of the chain holds a row and wants that of the one before; the others all want the root's. */
    private List<Part> rows(int length, int others) {
        String held = depot.row();
        String rootsRow = held;
        List<Part> parts = new ArrayList<>();
        parts.add(Part.inTransaction("root_of_rows", held).holding(Hold.ROW));
        String before = "root_of_rows";
        for (String name : ORDER.subList(0, length)) {
            String own = depot.row();
            parts.add(Part.waiting(name, held, before).after(own).holding(Hold.ROW));
            before = name;
            held = own;
        }
        // Whoever waits for a row first holds the place at the head of its queue; everybody else waits for that place.
        List<String> ahead = new ArrayList<>(List.of(ORDER.get(0)));
        for (int i = 1; i <= others; i++) {
            parts.add(Part.waiting("beside_" + i, rootsRow, ahead.toArray(String[]::new)));
            ahead.add("beside_" + i);
        }
        return parts;
    }

    private List<Part> behindActive(int others) {
        String row = depot.row();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.active("active_root", row).holding(Hold.ROW));
        for (int i = 1; i <= others; i++) {
            parts.add(Part.waiting("behind_active_" + i, row, i == 1 ? "active_root" : "behind_active_1"));
        }
        return parts;
    }

    /** A lock that outlives its transaction. */
    private List<Part> behindIdle(int others) {
        int key = depot.key();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.idle("idle_root", "SELECT pg_advisory_lock(" + key + ")").holding(Hold.KEY));
        parts.addAll(inLine("behind_idle_", "idle_root", others, key));
        return parts;
    }

    private List<Part> behindKey(int others) {
        int key = depot.key();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.inTransaction("root_of_key", "SELECT pg_advisory_xact_lock(" + key + ")")
                .holding(Hold.KEY));
        parts.addAll(inLine("behind_key_", "root_of_key", others, key));
        return parts;
    }

    /** Each waits for the root and for all who came earlier. */
    private static List<Part> inLine(String prefix, String root, int others, int key) {
        List<Part> parts = new ArrayList<>();
        List<String> ahead = new ArrayList<>(List.of(root));
        for (int i = 1; i <= others; i++) {
            String name = prefix + i;
            parts.add(Part.waiting(name, "SELECT pg_advisory_xact_lock(" + key + ")", ahead.toArray(String[]::new)));
            ahead.add(name);
        }
        return parts;
    }

    /** A change of a table's form waits until nobody reads it any more. */
    private List<Part> behindReaders(int readers) {
        String table = depot.table();
        String row = depot.row();
        List<Part> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= readers; i++) {
            names.add("reader_" + i);
            parts.add(Part.inTransaction("reader_" + i, read(table)).holding(Hold.TABLE));
        }
        parts.add(Part.waiting("migration", alter(table), names.toArray(String[]::new))
                .after(row)
                .holding(Hold.ROW));
        parts.add(Part.waiting("behind_migration", row, "migration"));
        return parts;
    }

    /** Who comes after the migration waits for its turn, though it would get along with those that hold the table. */
    private List<Part> queue() {
        String table = depot.table();
        int key = depot.key();
        String lock = "SELECT pg_advisory_xact_lock(" + key + ")";
        return List.of(
                Part.inTransaction("reader_1", read(table)).holding(Hold.TABLE),
                Part.inTransaction("reader_2", read(table)).holding(Hold.TABLE),
                Part.waiting("migration", alter(table), "reader_1", "reader_2").holding(Hold.TABLE),
                Part.waiting(QUEUED, read(table), "migration").after(lock).holding(Hold.KEY),
                Part.waiting("behind_queued", lock, QUEUED));
    }

    /** An index is built while others read the table, and not while somebody writes to it. */
    private List<Part> besideReader() {
        return indexBuilt(depot.table(), HARMLESS_READER);
    }

    /** Of two in line, the first waits for the writer alone; the reader is in the way of the second, and of nobody else. */
    private List<Part> behindBuilder() {
        String table = depot.table();
        List<Part> parts = indexBuilt(table, READER_BESIDE_BUILDER);
        parts.add(Part.waiting(
                "migration_after_builder", alter(table), READER_BESIDE_BUILDER, "writer", "index_builder"));
        return parts;
    }

    /** Or is to be, as soon as the writer is done; whoever reads the table is no obstacle. */
    private List<Part> indexBuilt(String table, String reader) {
        List<Part> parts = new ArrayList<>(draw.shuffle(List.of(
                Part.inTransaction(reader, read(table)).holding(Hold.TABLE),
                Part.inTransaction("writer", depot.change(table)).holding(Hold.TABLE))));
        parts.add(Part.waiting("index_builder", "CREATE INDEX ON " + table + " (moves)", "writer"));
        return parts;
    }

    private static String read(String table) {
        return "SELECT count(*) FROM " + table;
    }

    private static String alter(String table) {
        return "ALTER TABLE " + table + " ADD COLUMN note text";
    }
}
