package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;

/** Before the meeting begins: what it is for, who is here, and who begins it. */
final class Waiting extends Div {

    private final Paragraph purpose = new Paragraph();
    private final Paragraph here = new Paragraph();
    private final Paragraph role = new Paragraph();
    private final Paragraph begin = new Paragraph();

    Waiting() {
        addClassName("waiting-room");
        purpose.addClassName("task");
        role.addClassName("other");
        Span place = new Span(getTranslation("room.waiting.place"));
        place.addClassName("place");
        add(place, new H2(getTranslation("room.waiting.title")), purpose, role, here, begin);
    }

    void prepare(Pack pack) {
        purpose.setText(pack.purpose().in(getLocale()));
    }

    void show(RoomPicture picture, PersonPicture me) {
        String word = me.role().word();
        role.setText(getTranslation(
                "room.waiting.role", getTranslation("role." + word), getTranslation("role." + word + ".does")));
        here.setText(present(picture));
        begin.setText(beginning(picture, me));
    }

    private String present(RoomPicture picture) {
        List<String> absent = picture.people().stream()
                .filter(person -> !person.here())
                .map(PersonPicture::name)
                .toList();
        return absent.isEmpty()
                ? getTranslation("room.waiting.all")
                : getTranslation("room.waiting.absent", Names.together(this, absent));
    }

    private String beginning(RoomPicture picture, PersonPicture me) {
        if (me.role() == Role.FACILITATOR) {
            return getTranslation("room.waiting.begin.facilitator");
        }
        return picture.facilitator()
                .map(facilitator -> getTranslation(
                        facilitator.here() ? "room.waiting.begin" : "room.waiting.begin.later", facilitator.name()))
                .orElse("");
    }
}
