package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private final Div home = new Div();
    private final Slots slots = new Slots(home);
    private final Slots.Slot<Span> one = slots.add(() -> new Span("one"));
    private final Slots.Slot<Span> two;
    private final Slots.Slot<Span> four;

    SlotsTest() {
        two = slots.add(() -> new Span("two"));
        slots.add(new Span("three"));
        four = slots.add(() -> new Span("four"));
    }

    @Test
    void what_is_not_needed_is_not_there() {
        assertThat(texts()).containsExactly("three");
        assertThat(one.part()).isEmpty();
    }

    @Test
    void each_stands_in_its_place_whichever_comes_first() {
        four.get();
        two.get();
        one.get();

        assertThat(texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void a_part_stays_the_same_while_it_is_needed_and_begins_anew_after_it_was_not() {
        two.show(true, part -> part.setText("changed"));
        Span first = two.get();
        two.show(true, _ -> {});
        assertThat(two.get()).isSameAs(first);
        assertThat(texts()).containsExactly("changed", "three");

        two.show(false, part -> part.setText("never"));
        assertThat(texts()).containsExactly("three");
        assertThat(first.getText()).isEqualTo("changed");

        one.get();
        two.show(true, _ -> {});
        assertThat(two.get()).isNotSameAs(first);
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    private List<String> texts() {
        return home.getChildren().map(part -> ((Span) part).getText()).toList();
    }
}
