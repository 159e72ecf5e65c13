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

    private final Span place = new Span();
    private final H2 title = new H2();
    private final Paragraph purpose = new Paragraph();
    private final Paragraph here = new Paragraph();
    private final Paragraph role = new Paragraph();
    private final Paragraph begin = new Paragraph();

    Waiting(Pack pack) {
        addClassName("waiting-room");
        purpose.addClassName("task");
        role.addClassName("other");
        place.addClassName("place");
        purpose.setText(pack.purpose().in(getLocale()));
        add(place, title, purpose, role, here, begin);
    }

    void show(RoomPicture picture, PersonPicture me) {
        String word = me.role().word();
        role.setText(getTranslation(
                "room.waiting.role", getTranslation("role." + word), getTranslation("role." + word + ".does")));
        boolean alone = picture.ownTimeNow().isPresent();
        place.setText(getTranslation(alone ? "room.waiting.before.place" : "room.waiting.place"));
        title.setText(getTranslation(alone ? "room.waiting.before.title" : "room.waiting.title"));
        // For work that everybody does alone nobody has to be there.
        here.setVisible(!alone);
        here.setText(present(picture));
        begin.setText(alone ? opening(picture, me) : beginning(picture, me));
    }

    private String opening(RoomPicture picture, PersonPicture me) {
        String leads = picture.facilitator().map(PersonPicture::name).orElse("");
        return getTranslation(
                me.role() == Role.FACILITATOR || me.co()
                        ? "room.waiting.before.facilitator"
                        : "room.waiting.before.begin",
                leads);
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
