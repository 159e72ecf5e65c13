package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.TeamCard;
import org.tessera.protocol.Protocols;
import org.tessera.room.Rooms;

/** A team's meetings on its page, and the way to prepare another. */
@org.springframework.stereotype.Component
@Order(10)
class RoomsOfTeam implements TeamCard {

    private static final int PAST = 20;

    private final Rooms rooms;
    private final Protocols protocols;

    RoomsOfTeam(Rooms rooms, Protocols protocols) {
        this.rooms = rooms;
        this.protocols = protocols;
    }

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        RoomList list = new RoomList(
                rooms.roomsOf(member.id()).stream()
                        .filter(room -> room.team().equals(team.id()))
                        .toList(),
                protocols,
                PAST);
        Anchor prepare = new Anchor("rooms/new?team=" + team.id().value(), list.getTranslation("room.list.new"));
        prepare.addClassName("primary-link");
        list.add(prepare);
        return Optional.of(list);
    }
}
