package org.tessera.room.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomSummary.Status;

/** One person: name, role, whether here, and what the person shows openly. The facilitator may hand out roles here. */
final class PersonRow extends ListItem {

    private final Requests requests;
    private final Avatar avatar = new Avatar();
    private final Span name = new Span();
    private final Span role = new Span();
    private final Span ready = mark("room.mark.ready", VaadinIcon.CHECK_CIRCLE, "ready");
    private final Span hand = mark("room.mark.hand", VaadinIcon.HAND, "hand");
    private final Span turn = new Span();
    private final Span away = new Span();
    private final Span beside = new Span();
    private final Span besideWords = new Span();
    private final MenuBar menu = new MenuBar();
    private final MenuItem root = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    private final Map<Role, MenuItem> items = new LinkedHashMap<>();
    private final MenuItem co;
    private final MenuItem deputy;
    private @Nullable PersonPicture person;

    PersonRow(List<Role> roles, Requests requests) {
        this.requests = requests;
        addClassName("person");
        avatar.getElement().setAttribute("aria-hidden", "true");
        name.addClassName("name");
        role.addClassNames("role", "quiet");
        away.addClassName("aloud");
        hand.add(turn);
        Icon laptop = VaadinIcon.LAPTOP.create();
        laptop.getElement().setAttribute("aria-hidden", "true");
        beside.add(laptop, besideWords);
        beside.addClassNames("beside", "quiet");
        Div words = new Div(name, role, beside, away);
        words.addClassName("words");
        menu.addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        for (Role each : roles) {
            MenuItem item = root.getSubMenu().addItem(getTranslation("role." + each.word()), _ -> assign(each));
            item.setCheckable(true);
            items.put(each, item);
        }
        root.getSubMenu().addSeparator();
        co = root.getSubMenu().addItem(getTranslation("room.person.co"), _ -> nameCofacilitator());
        deputy = root.getSubMenu().addItem(getTranslation("room.person.deputy"), _ -> nameDeputy());
        co.setCheckable(true);
        deputy.setCheckable(true);
        Span here = new Span(avatar);
        here.addClassName("here");
        add(here, words, hand, ready, menu);
    }

    /** {@code place} is the hand's place among those that are up, from 1; 0 for a hand that is down. */
    void show(RoomPicture picture, PersonPicture now, int place) {
        person = now;
        boolean me = now.id().equals(picture.you());
        avatar.setName(now.name());
        name.setText(me ? getTranslation("room.person.you", now.name()) : now.name());
        role.setText(roleText(picture, now));
        beside.setVisible(!now.beside().isEmpty());
        besideWords.setText(getTranslation(
                "room.person.beside",
                Names.together(this, now.beside().stream().map(picture::nameOf).toList())));
        away.setText(now.here() ? "" : getTranslation("room.mark.away"));
        setClassName("away", !now.here());
        setClassName("me", me);
        ready.setVisible(now.ready());
        hand.setVisible(place > 0);
        turn.setText(place > 1 ? String.valueOf(place) : "");
        menu.setVisible(picture.isFacilitator() && !me && picture.status() != Status.CLOSED);
        root.setAriaLabel(getTranslation("room.roles", now.name()));
        items.forEach((each, item) -> item.setChecked(each == now.role()));
        items.forEach((each, item) -> item.setVisible(each != Role.FACILITATOR || picture.isFacilitatorAlone()));
        boolean leads = !now.guest() && now.role() != Role.FACILITATOR;
        co.setVisible(leads && picture.isFacilitatorAlone());
        co.setChecked(now.co());
        deputy.setVisible(leads);
        deputy.setChecked(now.deputy());
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

    private void nameCofacilitator() {
        if (person != null) {
            requests.ask(new RoomCommand.NameCofacilitator(person.id().value(), !person.co()));
        }
    }

    private void nameDeputy() {
        if (person != null) {
            requests.ask(new RoomCommand.NameDeputy(
                    person.deputy() ? null : person.id().value()));
        }
    }

    private void assign(Role wanted) {
        if (person == null || person.role() == wanted) {
            return;
        }
        RoomCommand.AssignRole command = new RoomCommand.AssignRole(person.id().value(), wanted.word());
        if (wanted != Role.FACILITATOR) {
            requests.ask(command);
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("room.handover.title", person.name()),
                getTranslation("room.handover.text", person.name()),
                getTranslation("room.handover.confirm"),
                _ -> requests.ask(command));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("room.cancel"));
        dialog.open();
    }

    private Span mark(String key, VaadinIcon icon, String className) {
        Icon drawing = icon.create();
        drawing.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(getTranslation(key));
        words.addClassName("aloud");
        Span mark = new Span(drawing, words);
        mark.addClassNames("mark", className);
        mark.getElement().setAttribute("title", getTranslation(key));
        return mark;
    }
}
