package org.tessera.submission.ui;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.Accounts;
import org.tessera.account.SignedIn;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Protocols;
import org.tessera.room.RoomSummary;
import org.tessera.room.ui.RoomAside;
import org.tessera.submission.EvidenceLinks;
import org.tessera.submission.RoomNeeds;

/** Brings the coverage meter into rooms, for people with an account: guests have no evidence of their own. */
@org.springframework.stereotype.Component
@Order(100)
class CoverageInRoom implements RoomAside {

    private final RoomNeeds needs;
    private final EvidenceLinks links;
    private final Credentials credentials;
    private final Protocols protocols;
    private final Accounts accounts;
    private final InstantSource clock;

    CoverageInRoom(
            RoomNeeds needs,
            EvidenceLinks links,
            Credentials credentials,
            Protocols protocols,
            Accounts accounts,
            InstantSource clock) {
        this.needs = needs;
        this.links = links;
        this.credentials = credentials;
        this.protocols = protocols;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<Panel> forPerson(SignedIn person, RoomSummary room) {
        if (person.guest()) {
            return Optional.empty();
        }
        return protocols
                .find(room.pack())
                .map(pack -> new RoomCoverage(
                        needs,
                        person.id(),
                        room.id(),
                        clock,
                        () -> needs.soFar(person.id(), links.matrix(person.id(), links.stackOf(person.id()))),
                        (soFar, moment) -> RoomNeeds.of(
                                soFar,
                                room,
                                pack,
                                new RoomNeeds.Standing(moment.mine(), moment.presented(), moment.others())),
                        this::words));
    }

    private Optional<String> words(RoomNeeds.Told told, Locale language) {
        return credentials
                .current(told.credential())
                .flatMap(credential -> credential.criterion(told.criterion()))
                .map(criterion -> accounts.nameOf(told.person()) + ": "
                        + criterion.wording().in(language));
    }
}
