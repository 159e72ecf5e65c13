package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.TeamCard;
import org.tessera.protocol.Protocols;
import org.tessera.room.PreparedMeetings;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;

/** A team's meetings on its page, and the way to prepare another. */
@org.springframework.stereotype.Component
@Order(10)
class RoomsOfTeam implements TeamCard {

    private static final int PAST = 20;

    private final Rooms rooms;
    private final Protocols protocols;
    private final PreparedMeetings prepared;

    RoomsOfTeam(Rooms rooms, Protocols protocols, PreparedMeetings prepared) {
        this.rooms = rooms;
        this.protocols = protocols;
        this.prepared = prepared;
    }

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        RoomList list = new RoomList(
                rooms.roomsOf(member.id()).stream()
                        .filter(room -> room.team().equals(team.id()))
                        .toList(),
                protocols,
                PAST,
                room -> copying(room, prepared.neighboursOf(team.id()), member));
        Anchor prepare = new Anchor("rooms/new?team=" + team.id().value(), list.getTranslation("room.list.new"));
        prepare.addClassName("primary-link");
        list.add(prepare);
        return Optional.of(list);
    }

    private Optional<Component> copying(RoomSummary room, List<Team> teams, SignedIn member) {
        if (teams.isEmpty()) {
            return Optional.empty();
        }
        Button copy = new Button();
        copy.setText(copy.getTranslation("room.copy"));
        copy.setAriaLabel(copy.getTranslation("room.copy.aloud", room.title()));
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.addClickListener(
                _ -> new CopyDialog(room, teams, (to, at) -> prepared.copy(room.id(), to.id(), at, member)).open());
        return Optional.of(copy);
    }
}
