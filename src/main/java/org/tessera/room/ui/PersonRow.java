package org.tessera.room.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Role;
import org.tessera.room.RoomSummary.Status;

/** One person: name, role, whether here, and what the person shows openly. The facilitator may hand out roles here. */
final class PersonRow extends ListItem {

    private final Requests requests;
    private final Avatar avatar = new Avatar();
    private final Span name = new Span();
    private final Span role = new Span();
    private final Mark ready = new Mark("room.mark.ready", VaadinIcon.CHECK_CIRCLE, "ready");
    private final Mark hand = new Mark("room.mark.hand", VaadinIcon.HAND, "hand");
    private final Span away = new Span();
    private final Beside beside = new Beside();
    private final List<Role> roles;
    private @Nullable PersonMenu menu;

    PersonRow(List<Role> roles, Requests requests) {
        this.roles = roles;
        this.requests = requests;
        addClassName("person");
        avatar.getElement().setAttribute("aria-hidden", "true");
        name.addClassName("name");
        role.addClassNames("role", "quiet");
        away.addClassName("aloud");
        Div words = new Div(name, role, beside, away);
        words.addClassName("words");
        Span here = new Span(avatar);
        here.addClassName("here");
        add(here, words, hand, ready);
    }

    /** Shows everything but the {@linkplain #showSignals signals}. */
    void show(RoomPicture picture, PersonPicture now) {
        boolean me = now.id().equals(picture.you());
        avatar.setName(now.name());
        name.setText(me ? getTranslation("room.person.you", now.name()) : now.name());
        role.setText(roleText(picture, now));
        beside.show(now.beside().stream().map(picture::nameOf).toList());
        away.setText(now.here() ? "" : getTranslation("room.mark.away"));
        setClassName("away", !now.here());
        setClassName("me", me);
        show(picture, now, picture.isFacilitator() && !me && picture.status() != Status.CLOSED);
    }

    /** {@code place} is the hand's place among those that are up, from 1; 0 for a hand that is down. */
    void showSignals(PersonPicture now, int place) {
        ready.show(now.ready(), "");
        hand.show(place > 0, place > 1 ? String.valueOf(place) : "");
    }

    /** Only who conducts has use for the menu: a row without it is lighter by half. */
    private void show(RoomPicture picture, PersonPicture now, boolean offered) {
        if (offered && menu == null) {
            menu = new PersonMenu(roles, requests);
            add(menu);
        }
        if (menu != null) {
            menu.setVisible(offered);
            menu.show(picture, now);
        }
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

    /** What stands beside the name now and then; it is drawn when it is first seen, for every page holds a row for everybody. */
    private static final class Mark extends Span {

        private final String key;
        private final VaadinIcon icon;
        private final Span more = new Span();
        private boolean isShown;
        private String beside = "";

        Mark(String key, VaadinIcon icon, String className) {
            this.key = key;
            this.icon = icon;
            addClassNames("mark", className);
            setVisible(false);
        }

        void show(boolean now, String what) {
            if (now == isShown && what.equals(beside)) {
                return;
            }
            isShown = now;
            beside = what;
            if (now && getElement().getChildCount() == 0) {
                Span words = new Span(getTranslation(key));
                words.addClassName("aloud");
                add(drawing(icon), words);
                getElement().setAttribute("title", getTranslation(key));
            }
            more.setText(what);
            if (!what.isEmpty() && more.getParent().isEmpty()) {
                add(more);
            }
            setVisible(now);
        }
    }

    /** Who shares a device with the person; drawn when it is first seen. */
    private static final class Beside extends Span {

        private final Span words = new Span();

        Beside() {
            addClassNames("beside", "quiet");
            setVisible(false);
        }

        void show(List<String> people) {
            if (!people.isEmpty()) {
                if (getElement().getChildCount() == 0) {
                    add(drawing(VaadinIcon.LAPTOP), words);
                }
                words.setText(getTranslation("room.person.beside", Names.together(this, people)));
            }
            setVisible(!people.isEmpty());
        }
    }

    private static Icon drawing(VaadinIcon icon) {
        Icon drawing = icon.create();
        drawing.getElement().setAttribute("aria-hidden", "true");
        return drawing;
    }
}
