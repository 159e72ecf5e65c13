package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.net.URL;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;

/** How guests get in: six letters, a link, a code for phones. The door can be closed again; who is inside stays. */
final class GuestDialog extends RoomDialog {

    private final Rooms rooms;
    private final RoomId room;
    private final MemberId member;
    private final Div door = new Div();

    GuestDialog(Rooms rooms, RoomId room, MemberId member) {
        super("room.guests.title");
        this.rooms = rooms;
        this.room = room;
        this.member = member;
        door.addClassName("guest-door");
        add(door);
        getFooter().add(new Button(getTranslation("room.done"), _ -> close()));
        rooms.openToGuests(room, member).ifPresentOrElse(this::showOpen, this::showClosed);
    }

    private void showOpen(String code) {
        door.removeAll();
        Span letters = new Span(code);
        letters.addClassName("code");
        letters.getElement().setAttribute("aria-label", String.join(" ", code.split("")));
        Div link = new Div();
        Button shut = new Button(getTranslation("room.guests.shut"), _ -> {
            rooms.closeToGuests(room, member);
            showClosed();
        });
        door.add(new Paragraph(getTranslation("room.guests.help")), letters, link, shut);
        // Only the browser knows by which address people reach this house.
        getElement().getNode().runWhenAttached(ui -> ui.getPage().fetchCurrentURL(url -> showLink(link, url, code)));
    }

    private void showLink(Div place, URL here, String code) {
        String address = URI.create(here.toString()).resolve("../join/" + code).toString();
        Anchor link = new Anchor(address, address);
        link.setRouterIgnore(true);
        Image picture = new Image(QrCode.image(address), getTranslation("room.guests.qr"));
        picture.addClassName("qr");
        place.removeAll();
        place.add(link, picture);
    }

    private void showClosed() {
        door.removeAll();
        door.add(new Paragraph(getTranslation("room.guests.closed")));
    }
}
