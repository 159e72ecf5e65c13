package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final Write.Statement EVENT = new Write.Statement("E ", "(?)", ", ", "");
    private static final Write.Statement NOTE = new Write.Statement("N ", "(?, ?)", ", ", " or like it");
    private static final Write.Statement DELETE = Write.Statement.single("D ?");

    private final Message message = new Message();

    private static Write event(String value) {
        return new Write(EVENT, List.of(value));
    }

    private static Write note(String id, String text) {
        return new Write(NOTE, List.of(id, text));
    }

    private static Write delete(String id) {
        return new Write(DELETE, List.of(id));
    }

    private List<Object> values() throws SQLException {
        List<Object> values = new ArrayList<>();
        message.fill((PreparedStatement) Proxy.newProxyInstance(
                MessageTest.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (_, method, set) -> {
                    assertThat(method.getName()).isEqualTo("setObject");
                    assertThat(set[0]).isEqualTo(values.size() + 1);
                    values.add(set[1]);
                    return null;
                }));
        return values;
    }

    @Test
    void puts_rows_of_all_rooms_for_which_the_same_is_done_into_one_statement() throws SQLException {
        message.add(List.of(event("a1"), note("a", "x")));
        message.add(List.of(event("b1"), event("b2"), note("b", "y")));

        assertThat(message.text()).isEqualTo("START TRANSACTION;E (?), (?), (?);N (?, ?), (?, ?) or like it;COMMIT");
        assertThat(values()).containsExactly("a1", "b1", "b2", "a", "x", "b", "y");
    }

    @Test
    void keeps_the_order_in_which_a_room_writes() throws SQLException {
        message.add(List.of(note("a", "x"), delete("a"), note("a", "z"), event("a1")));
        message.add(List.of(event("b1"), note("b", "y"), delete("b")));

        assertThat(message.text())
                .isEqualTo("START TRANSACTION;N (?, ?) or like it;D ?;N (?, ?) or like it;E (?), (?)"
                        + ";N (?, ?) or like it;D ?;COMMIT");
        assertThat(values()).containsExactly("a", "x", "a", "a", "z", "a1", "b1", "b", "y", "b");
    }

    @Test
    void gives_a_statement_that_takes_no_rows_once_for_each() throws SQLException {
        message.add(List.of(delete("a"), delete("b")));

        assertThat(message.text()).isEqualTo("START TRANSACTION;D ?;D ?;COMMIT");
        assertThat(values()).containsExactly("a", "b");
    }
}
