package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.Material;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.ui.MaterialUpload;
import org.tessera.room.MemberId;
import org.tessera.room.Outcome;
import org.tessera.room.Refusals;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;

/**
 * The files of one meeting, as one person brings them and takes them away again.
 *
 * @param ofTeam whether the person belongs to the team the files are kept for
 */
record MeetingFiles(
        Rooms rooms, Materials materials, RoomId room, MemberId member, TeamId team, PersonId person, boolean ofTeam) {

    /** A place to bring files of {@code kind}; what is taken in there is in the room at once. */
    MaterialUpload upload(MaterialKind kind, Component page) {
        return new MaterialUpload(materials, team, person, kind, new MaterialUpload.Taker() {
            @Override
            public Optional<String> take(Material material) {
                return sentence(rooms.bring(room, member, material.id()), page);
            }

            @Override
            public Optional<String> giveBack(Material material) {
                return takeAway(material.id().value(), page);
            }
        });
    }

    /** Takes a file away for good; the sentence why not, if it stays. */
    Optional<String> takeAway(UUID material, Component page) {
        return sentence(rooms.takeAway(room, member, person, new MaterialId(material)), page);
    }

    /** Whether this person brought the file. */
    boolean isOwn(UUID material) {
        return materials
                .find(new MaterialId(material))
                .map(Material::by)
                .filter(person::equals)
                .isPresent();
    }

    private static Optional<String> sentence(Outcome outcome, Component page) {
        return outcome instanceof Outcome.No no
                ? Optional.of(Refusals.sentence(
                        no.reason(), page.getUI().orElseThrow().getLocale()))
                : Optional.empty();
    }
}
