package dev.lexlab.graders.postgres.catalog;

import java.util.List;

/** A row of one of the views; what is null there is the word NULL here. */
record Row(List<String> values) {
    static final String INVALID = "invalid";
    static final String DUPLICATE = "duplicate";

    private static final int REASON = 3;

    Row {
        values = List.copyOf(values);
    }

    static Row of(String... values) {
        return new Row(List.of(values));
    }

    Place table() {
        return new Place(values.get(0), values.get(1));
    }

    /** Why an index is needless; empty in other views. */
    String reason() {
        return values.size() > REASON ? values.get(REASON) : "";
    }

    /** The same with names as SQL would write them. */
    Row quoted() {
        return new Row(values.stream().map(Quoted::name).toList());
    }

    @Override
    public String toString() {
        return "(" + String.join(" | ", values) + ")";
    }
}
