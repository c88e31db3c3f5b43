package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Psql;
import java.util.ArrayList;
import java.util.List;

/** That there is nothing new but indexes and statistics: no settings, no other things, the same rows in the same pages. */
final class Untouched {
    private static final int MOST_SHOWN = 20;

    private static final String SETTINGS = """
            SELECT CASE WHEN setrole = 0 THEN 'the database' ELSE 'the role' END || ' has ' || unnest(setconfig)
              FROM pg_db_role_setting, (SELECT oid FROM pg_roles WHERE rolname = current_user) AS me(id)
             WHERE setrole = me.id OR setdatabase IN (SELECT oid FROM pg_database WHERE datdba = me.id)
             ORDER BY 1""";
    private static final String SHOW_SETTINGS =
            "SELECT setconfig FROM pg_db_role_setting WHERE setrole = current_user::regrole OR setdatabase IN"
                    + " (SELECT oid FROM pg_database WHERE datdba = current_user::regrole)";

    private final Desk desk;

    private Untouched(Desk desk) {
        this.desk = desk;
    }

    static void check(Desk desk, Shop shop) {
        Untouched untouched = new Untouched(desk);
        untouched.settings();
        untouched.things();
        untouched.rows("customers", shop.customerRows());
        untouched.rows("orders", shop.orderRows());
    }

    private void settings() {
        List<String> settings = desk.texts(SETTINGS);
        if (!settings.isEmpty()) {
            throw Failure.of("the file leaves a setting behind")
                    .expected("no settings of the database or of your role")
                    .seen(String.join("\n", settings))
                    .diagnose("setting-left")
                    .reproduce(Psql.command(SHOW_SETTINGS));
        }
    }

    private void things() {
        List<String> present = desk.texts(Inventory.QUERY);
        List<String> changes = Inventory.changes(present);
        if (!changes.isEmpty()) {
            throw Failure.of("the file changes more than indexes and statistics")
                    .expected("nothing new besides indexes and statistics, and nothing missing")
                    .seen(shortened(changes))
                    .diagnose("more-than-indexes")
                    .reproduce(Psql.command("\\d", "\\df", "\\d customers", "\\d orders"));
        }
    }

    /** Made again beside the learner's; a table in which rows were written anew takes more pages, even if they say the same. */
    private void rows(String table, String rows) {
        String fresh = "fresh_" + table;
        desk.send("CREATE TEMPORARY TABLE " + fresh + " AS " + rows);
        List<String> differences = digest(fresh).equals(digest(table)) ? new ArrayList<>() : differences(fresh, table);
        if (differences.isEmpty() && pages(table) > pages(fresh)) {
            differences.add("it takes " + pages(table) + " pages, and took " + pages(fresh)
                    + ": rows were written anew, or deleted and put back");
        }
        if (!differences.isEmpty()) {
            throw Failure.of("the rows of " + table + " are not those that were there")
                    .expected("the same rows, where they were")
                    .seen(String.join("\n", differences))
                    .diagnose("rows-changed")
                    .reproduce(Psql.command("SELECT count(*), pg_relation_size('" + table + "') / 8192 AS pages,"
                            + " max(id) - count(*) AS missing FROM " + table));
        }
    }

    private String digest(String table) {
        return desk.texts("SELECT count(*) || ' ' || sum(hashtextextended(rows::text, 0)) FROM " + table + " AS rows")
                .get(0);
    }

    private List<String> differences(String fresh, String table) {
        List<String> differences = new ArrayList<>();
        long missing = count("SELECT count(*) FROM (TABLE " + fresh + " EXCEPT ALL TABLE " + table + ") AS rows");
        long added = count("SELECT count(*) FROM (TABLE " + table + " EXCEPT ALL TABLE " + fresh + ") AS rows");
        if (missing > 0) {
            differences.add(missing + " of its rows are not there any more");
        }
        if (added > 0) {
            differences.add(added + " rows are in it that were not");
        }
        return differences;
    }

    private long pages(String table) {
        return count("SELECT pg_relation_size('" + table + "') / 8192");
    }

    private long count(String sql) {
        return Long.parseLong(desk.texts(sql).get(0));
    }

    private static String shortened(List<String> lines) {
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_SHOWN)));
        if (lines.size() > MOST_SHOWN) {
            shown.add("and " + (lines.size() - MOST_SHOWN) + " more");
        }
        return String.join("\n", shown);
    }
}
