package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tessera.room.MemberId;
import org.tessera.room.RoomCommand;

/** Puts the people into the order in which turns go round, one place at a time, by pointer or keyboard. */
final class TurnOrderDialog extends RoomDialog {

    private final RoomPicture picture;
    private final List<MemberId> people;
    private final OrderedList rows = new OrderedList();
    private final Span moved = new Span();

    TurnOrderDialog(RoomPicture picture, Requests requests) {
        super("room.turns.title");
        this.picture = picture;
        this.people = new ArrayList<>(picture.order().people());
        rows.addClassName("turn-order");
        moved.addClassName("aloud");
        moved.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation("room.turns.help")), rows, moved);
        if (picture.order().held() > 0) {
            add(new Paragraph(getTranslation("room.turns.held")));
        }
        act(
                "room.turns.set",
                () -> requests.ask(
                        new RoomCommand.OrderTurns(
                                people.stream().map(MemberId::value).toList()),
                        this::close));
        show();
    }

    private void show() {
        rows.removeAll();
        for (int place = 0; place < people.size(); place++) {
            rows.add(row(place));
        }
    }

    private ListItem row(int place) {
        String name = picture.nameOf(people.get(place));
        Span who = new Span(name);
        if (place < picture.order().held()) {
            return new ListItem(who);
        }
        Button up = step(place, -1, VaadinIcon.ARROW_UP.create(), "room.turns.up", name);
        up.setEnabled(place > picture.order().held());
        Button down = step(place, 1, VaadinIcon.ARROW_DOWN.create(), "room.turns.down", name);
        down.setEnabled(place < people.size() - 1);
        return new ListItem(who, up, down);
    }

    private Button step(int place, int by, Icon icon, String words, String name) {
        Button step = new Button(icon, _ -> move(place, by));
        step.setAriaLabel(getTranslation(words, name));
        step.setTooltipText(getTranslation(words, name));
        return step;
    }

    private void move(int place, int by) {
        Collections.swap(people, place, place + by);
        show();
        moved.setText(getTranslation("room.turns.moved", picture.nameOf(people.get(place + by)), place + by + 1));
        // The same step again, as often as somebody likes; at the end of the way the other one.
        List<Button> steps = rows.getComponentAt(place + by)
                .getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
        Button same = by < 0 ? steps.getFirst() : steps.getLast();
        (same.isEnabled() ? same : by < 0 ? steps.getLast() : steps.getFirst()).focus();
    }
}
