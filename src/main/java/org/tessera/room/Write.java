package org.tessera.room;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way to the tables, or one statement that is none.
 *
 * @param statement what is done with the row
 * @param values what takes the places of its question marks, as the driver takes it
 */
record Write(Statement statement, List<@Nullable Object> values) {

    /**
     * What is done with a row, in the pieces that a statement for many of them is put together from.
     *
     * @param before what stands before the first row
     * @param row one row, with a question mark for each value
     * @param between what stands between two rows; empty if the statement takes only one
     * @param after what stands after the last row
     */
    record Statement(String before, String row, String between, String after) {

        /** A statement that takes its values once. */
        static Statement single(String sql) {
            return new Statement(sql, "", "", "");
        }

        boolean takesMany() {
            return !between.isEmpty();
        }

        /** Appends its text for so many rows. */
        void append(int rows, StringBuilder text) {
            text.append(before).append(row);
            for (int further = 1; further < rows; further++) {
                text.append(between).append(row);
            }
            text.append(after);
        }
    }

    Write(String sql, List<@Nullable Object> values) {
        this(Statement.single(sql), values);
    }

    /** The statement for this row alone. */
    String sql() {
        StringBuilder text = new StringBuilder();
        statement.append(1, text);
        return text.toString();
    }

    /** Puts the values into {@code prepared} from {@code place} on, counted from one; the place after the last. */
    int fill(PreparedStatement prepared, int place) throws SQLException {
        int next = place;
        for (Object value : values) {
            prepared.setObject(next++, value);
        }
        return next;
    }
}
