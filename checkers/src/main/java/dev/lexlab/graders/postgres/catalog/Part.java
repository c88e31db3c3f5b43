package dev.lexlab.graders.postgres.catalog;

/**
 * One key of an index. Two keys are the same where all but their spelling is equal.
 *
 * @param key a column by its name, or an expression
 * @param isColumn whether it is a column
 * @param rest operator class, collation and sort options, as far as they are not the usual ones
 * @param spelling what is written behind the key, which may say the usual ones as well
 */
record Part(String key, boolean isColumn, String rest, String spelling) {

    static Part column(String name) {
        return new Part(name, true, "", "");
    }

    static Part expression(String sql) {
        return new Part(sql, false, "", "");
    }

    /** With an operator class, collation or sort options that are not the usual ones. */
    Part with(String unusual) {
        return new Part(key, isColumn, unusual, unusual);
    }

    /** With words that change nothing. */
    Part spelled(String usual) {
        return new Part(key, isColumn, rest, usual);
    }

    boolean isSame(Part other) {
        return key.equals(other.key) && isColumn == other.isColumn && rest.equals(other.rest);
    }

    String written() {
        String what = isColumn ? Quoted.name(key) : "(" + key + ")";
        return spelling.isEmpty() ? what : what + " " + spelling;
    }
}
