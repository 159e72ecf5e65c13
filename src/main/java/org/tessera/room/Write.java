package org.tessera.room;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement on its way to the tables.
 *
 * @param sql its text, with a question mark for each value
 * @param values what takes their places, as the driver takes it
 */
record Write(String sql, List<@Nullable Object> values) {

    /** Puts the values into {@code statement} from {@code place} on, counted from one; the place after the last. */
    int fill(PreparedStatement statement, int place) throws SQLException {
        int next = place;
        for (Object value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }
}
