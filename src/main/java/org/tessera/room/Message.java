package org.tessera.room;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What several rooms write, as one transaction in one message. Rows for which the same is done go into one statement, because
 * the database needs longer to read a statement than to add a row. Each room's own writes keep their order; rooms do not touch
 * each other's rows, so theirs may change places.
 */
final class Message {

    private final List<Group> groups = new ArrayList<>();

    private record Group(Write.Statement statement, List<Write> rows) {}

    /** Adds what one room writes, in this order. */
    void add(List<Write> room) {
        int from = 0;
        for (Write write : room) {
            from = place(write.statement(), from);
            groups.get(from).rows().add(write);
        }
    }

    /** The first statement from there on that takes the row; a new one at the end if none does. */
    private int place(Write.Statement statement, int from) {
        if (statement.takesMany()) {
            for (int at = from; at < groups.size(); at++) {
                if (groups.get(at).statement().equals(statement)) {
                    return at;
                }
            }
        }
        groups.add(new Group(statement, new ArrayList<>()));
        return groups.size() - 1;
    }

    /** The transaction, with a question mark for each value. */
    String text() {
        StringBuilder text = new StringBuilder("START TRANSACTION");
        for (Group group : groups) {
            text.append(';');
            group.statement().append(group.rows().size(), text);
        }
        return text.append(";COMMIT").toString();
    }

    /** Puts all values into {@code prepared}, whose text is {@link #text()}. */
    void fill(PreparedStatement prepared) throws SQLException {
        int place = 1;
        for (Group group : groups) {
            for (Write write : group.rows()) {
                place = write.fill(prepared, place);
            }
        }
    }
}
