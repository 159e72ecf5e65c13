package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasOrderedComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import java.util.Optional;
import org.tessera.protocol.Role;
import org.tessera.room.RoomSummary.Status;

/** One person: name, role, whether here, and what the person shows openly. The facilitator may hand out roles here. */
final class PersonRow extends ListItem implements HasOrderedComponents {

    private final Face face = new Face();
    private final Slots.Slot<PersonMenu> menu;

    PersonRow(List<Role> roles, Requests requests) {
        addClassName("person");
        Slots slots = new Slots(this);
        slots.add(face);
        menu = slots.add(() -> new PersonMenu(roles, requests));
    }

    /** Shows everything but the {@linkplain #showSignals signals}. */
    void show(RoomPicture picture, PersonPicture now) {
        boolean me = now.id().equals(picture.you());
        List<String> beside = now.beside().stream().map(picture::nameOf).toList();
        face.show("person", now.name());
        face.show("called", me ? getTranslation("room.person.you", now.name()) : now.name());
        face.show("does", roleText(picture, now));
        face.show("beside", beside.isEmpty() ? "" : getTranslation("room.person.beside", Names.together(this, beside)));
        face.show("away", now.here() ? "" : getTranslation("room.mark.away"));
        setClassName("away", !now.here());
        setClassName("me", me);
        // Only who conducts has use for the menu: a row without it is lighter by far.
        menu.show(
                picture.isFacilitator() && !me && picture.status() != Status.CLOSED,
                choices -> choices.show(picture, now));
    }

    /** {@code place} is the hand's place among those that are up, from 1; 0 for a hand that is down. */
    void showSignals(PersonPicture now, int place) {
        face.show("ready", now.ready() ? getTranslation("room.mark.ready") : "");
        face.show("hand", place > 0 ? getTranslation("room.mark.hand") : "");
        face.show("place", place > 1 ? String.valueOf(place) : "");
    }

    private String roleText(RoomPicture picture, PersonPicture now) {
        String what = getTranslation("role." + now.role().word());
        if (now.acting() != now.role() && now.acting() == Role.PRESENTER) {
            what = getTranslation("room.person.holds", what);
        }
        if (now.co()) {
            what = getTranslation("room.person.and", what, getTranslation("room.person.co"));
        }
        if (now.deputy()) {
            what = getTranslation("room.person.and", what, getTranslation("room.person.deputy"));
        }
        if (now.guest()) {
            what = getTranslation("room.person.guest", what);
        }
        Optional<Standing> stands = picture.phase().map(phase -> Standing.of(now.acting(), phase));
        boolean listens = now.acting() == Role.PRESENTER
                && stands.filter(Standing.LISTENS::equals).isPresent();
        boolean speaks = stands.filter(Standing.FLOOR::equals).isPresent();
        return listens
                ? getTranslation("room.person.listening", what)
                : speaks ? getTranslation("room.person.speaking", what) : what;
    }

    /** Drawn by the browser, from words: every page holds a row for everybody. */
    @Tag("tessera-person")
    @JsModule("./tessera-person.ts")
    private static final class Face extends Component {

        void show(String what, String words) {
            if (!words.equals(getElement().getProperty(what, ""))) {
                getElement().setProperty(what, words);
            }
        }
    }
}
