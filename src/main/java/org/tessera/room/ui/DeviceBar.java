package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import java.util.Optional;
import org.tessera.room.RoomSummary.Status;
import org.tessera.room.Sitter;

/** Who has this device and who shares it; how it is handed on, and to whom now that it is somebody else's turn. */
final class DeviceBar extends Div {

    /** What people do with their device. */
    interface Deeds {

        /** Lets somebody else sit down, too. */
        void sitDown();

        /** Hands the device on; to whom, if that is known. */
        void handOn(Optional<Sitter> next);

        /** Whoever has the device leaves it for good. */
        void leave();

        /** Takes somebody who has gone away from the device. */
        void remove(Sitter sitter);

        /** Nobody but the first shares the device any more. */
        void stopSharing();
    }

    private final Deeds deeds;
    private final Span text = new Span();
    private final Button pass;
    private final MenuBar menu = new MenuBar();
    private final MenuItem root = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
    private Optional<Sitter> next = Optional.empty();
    private Optional<Company> listed = Optional.empty();

    DeviceBar(Deeds deeds) {
        this.deeds = deeds;
        addClassName("device-bar");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("room.device"));
        Component drawing = VaadinIcon.LAPTOP.create();
        drawing.getElement().setAttribute("aria-hidden", "true");
        pass = new Button(getTranslation("room.device.pass"), _ -> deeds.handOn(next));
        pass.addClassName("pass");
        menu.addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        root.setAriaLabel(getTranslation("room.device.more"));
        add(drawing, text, new HandOn(pass), menu);
    }

    /** What is worth saying aloud now: that it is the turn of somebody else here. */
    Optional<String> show(RoomPicture picture, Company company) {
        Optional<Sitter> turn = picture.status() == Status.RUNNING
                ? company.others().stream()
                        .filter(sitter -> picture.person(sitter.member())
                                .filter(PersonPicture::speaking)
                                .isPresent())
                        .findFirst()
                : Optional.empty();
        boolean came = turn.isPresent() && !turn.equals(next);
        next = turn;
        String name = company.me().map(Sitter::name).orElse("");
        String others =
                Names.together(this, company.others().stream().map(Sitter::name).toList());
        text.setText(turn.map(now -> getTranslation("room.device.turn", now.name()))
                .orElseGet(() -> others.isEmpty()
                        ? getTranslation("room.device.alone", name)
                        : getTranslation(
                                company.others().size() == 1 ? "room.device.who" : "room.device.who.more",
                                name,
                                others)));
        setClassName("turn", turn.isPresent());
        pass.setText(turn.map(now -> getTranslation("room.device.pass.to", now.name()))
                .orElseGet(() -> getTranslation("room.device.pass")));
        pass.removeThemeVariants(ButtonVariant.PRIMARY);
        if (turn.isPresent()) {
            pass.addThemeVariants(ButtonVariant.PRIMARY);
        }
        list(company);
        return came ? Optional.of(text.getText()) : Optional.empty();
    }

    /** The menu is rebuilt only when it changes, so that it stays open meanwhile. */
    private void list(Company company) {
        if (listed.equals(Optional.of(company))) {
            return;
        }
        listed = Optional.of(company);
        root.getSubMenu().removeAll();
        root.getSubMenu().addItem(getTranslation("room.device.sit"), _ -> deeds.sitDown());
        if (!company.isFirst()) {
            root.getSubMenu().addItem(getTranslation("room.device.leave"), _ -> deeds.leave());
            return;
        }
        List<Sitter> others = company.others();
        others.forEach(other -> root.getSubMenu()
                .addItem(getTranslation("room.device.remove", other.name()), _ -> deeds.remove(other)));
        root.getSubMenu().addItem(getTranslation("room.device.stop"), _ -> deeds.stopSharing());
    }
}
