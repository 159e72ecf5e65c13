package org.tessera.room.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.protocol.Grouping;
import org.tessera.room.RoomSummary.Status;

/** What the facilitator needs less often. It is rebuilt only when its entries change, so that it stays open meanwhile. */
final class MoreMenu extends MenuBar {

    /** An entry: under which words it stands, and what it does. */
    private record Entry(String text, Runnable action) {}

    private final Controls controls;
    private final Requests requests;
    private final Runnable guests;
    private final Arranging arranging;
    private final SubMenu menu;
    private List<String> texts = List.of();
    private List<Entry> entries = List.of();

    MoreMenu(Controls controls, Requests requests, Runnable guests, Arranging arranging) {
        this.controls = controls;
        this.requests = requests;
        this.guests = guests;
        this.arranging = arranging;
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem root = addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        root.setAriaLabel(getTranslation("room.control.more"));
        menu = root.getSubMenu();
    }

    void show(RoomPicture picture) {
        entries = entriesFor(picture);
        List<String> wanted = entries.stream().map(Entry::text).toList();
        if (!wanted.equals(texts)) {
            texts = wanted;
            menu.removeAll();
            for (int i = 0; i < entries.size(); i++) {
                int place = i;
                menu.addItem(
                        entries.get(i).text(), _ -> entries.get(place).action().run());
            }
        }
    }

    private List<Entry> entriesFor(RoomPicture picture) {
        List<Entry> list = new ArrayList<>();
        picture.startable().stream()
                .skip(1)
                .forEach(phase -> list.add(new Entry(
                        getTranslation("room.control.skip", phase.name().in(getLocale())),
                        () -> controls.start(picture, phase))));
        Optional<String> current =
                picture.phase().filter(PhasePicture::inMeeting).map(PhasePicture::id);
        current.ifPresent(phase -> list.add(entry("room.control.end", () -> controls.end(picture, phase))));
        if (picture.phase().filter(PhasePicture::isInGroups).isEmpty()) {
            picture.phases().stream()
                    .filter(phase -> phase.isInGroups() && phase.state() == PhasePicture.State.AHEAD)
                    .findFirst()
                    .ifPresent(phase -> list.add(groups(picture, phase.grouping())));
        }
        picture.phase()
                .filter(phase -> phase.isInGroups() && picture.groups().size() > 1)
                .ifPresent(phase -> list.add(
                        entry("room.control.group-time", () -> new GroupTimeDialog(picture, phase, requests).open())));
        picture.phase()
                .filter(phase -> phase.isInGroups() && LateComers.areThere(picture))
                .ifPresent(phase ->
                        list.add(entry("room.groups.add", () -> new LateComers(picture, phase, requests).open())));
        if (current.isPresent()) {
            list.add(entry("room.control.exception", () -> new ExceptionDialog(picture, requests).open()));
        }
        if (picture.order().isOpen()) {
            list.add(entry("room.control.turns", () -> new TurnOrderDialog(picture, requests).open()));
        }
        list.add(entry("room.control.guests", guests));
        arranging.entries(picture).forEach(each -> list.add(entry(each.key(), each.action())));
        // What has not begun is cancelled, not closed.
        if (picture.status() == Status.RUNNING && !picture.isAhead() && !Controls.offersClosing(picture)) {
            list.add(entry("room.control.close", controls::confirmClosing));
        }
        return list;
    }

    private Entry groups(RoomPicture picture, Grouping grouping) {
        return entry(
                grouping == Grouping.PAIR ? "room.control.form-pairs" : "room.control.form-groups",
                () -> new GroupsDialog(picture, grouping, requests, Optional.empty(), () -> {}).open());
    }

    private Entry entry(String key, Runnable action) {
        return new Entry(getTranslation(key), action);
    }
}
