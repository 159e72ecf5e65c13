package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.protocol.Protocols;
import org.tessera.room.Rooms;

/** My meetings on the home page: the one that runs, the next, the last. */
@org.springframework.stereotype.Component
@Order(10)
class RoomsOnHome implements HomeCard {

    private static final int PAST = 3;

    private final Rooms rooms;
    private final Protocols protocols;

    RoomsOnHome(Rooms rooms, Protocols protocols) {
        this.rooms = rooms;
        this.protocols = protocols;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        return Optional.of(new RoomList(
                rooms.roomsOf(person.id()).stream()
                        .filter(room -> !room.isCancelled())
                        .toList(),
                protocols,
                PAST));
    }
}
