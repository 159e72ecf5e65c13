package org.tessera.room.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;

/** What the facilitator may make of one person: the roles of the protocol, and a part in leading. */
final class PersonMenu extends MenuBar {

    private final Requests requests;
    private final MenuItem root = addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    private final Map<Role, MenuItem> items = new LinkedHashMap<>();
    private final MenuItem co;
    private final MenuItem deputy;
    private @Nullable PersonPicture person;

    PersonMenu(List<Role> roles, Requests requests) {
        this.requests = requests;
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        for (Role each : roles) {
            MenuItem item = root.getSubMenu().addItem(getTranslation("role." + each.word()), _ -> assign(each));
            item.setCheckable(true);
            items.put(each, item);
        }
        root.getSubMenu().addSeparator();
        co = root.getSubMenu().addItem(getTranslation("room.roles.co"), _ -> nameCofacilitator());
        deputy = root.getSubMenu().addItem(getTranslation("room.roles.deputy"), _ -> nameDeputy());
        co.setCheckable(true);
        deputy.setCheckable(true);
    }

    void show(RoomPicture picture, PersonPicture now) {
        person = now;
        root.setAriaLabel(getTranslation("room.roles", now.name()));
        items.forEach((each, item) -> item.setChecked(each == now.role()));
        items.forEach((each, item) -> item.setVisible(each != Role.FACILITATOR || picture.isFacilitatorAlone()));
        boolean leads = !now.guest() && now.role() != Role.FACILITATOR;
        co.setVisible(leads && picture.isFacilitatorAlone());
        co.setChecked(now.co());
        deputy.setVisible(leads);
        deputy.setChecked(now.deputy());
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
}
