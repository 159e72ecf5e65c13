package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;

/** What people tell their meetings. */
@AppTest
class RoomNeedsTest {

    @Autowired
    private RoomNeeds needs;

    @Autowired
    private NeedStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Protocols protocols;

    private RoomId room;
    private PersonId ana;
    private RoomNeed need;

    @BeforeEach
    void somebody_who_needs_something() {
        DistrictId district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = accounts.addPerson(new PersonDraft(
                district,
                null,
                "Ana",
                "ana-" + UUID.randomUUID() + "@example.org",
                Locale.ENGLISH,
                "correct horse battery"));
        accounts.join(team, ana);
        room = rooms.prepare(
                new RoomDraft(
                        team,
                        "Fractions",
                        protocols.latest("post-it-vision").ref(),
                        Map.of(ana, Role.FACILITATOR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                ana);
        Credential credential = credentials
                .current(new CredentialId("building-a-pa-learning-community"))
                .orElseThrow();
        need = new RoomNeed(credential, credential.criteria().getFirst(), new RoomNeed.Help.IfYouPresent());
    }

    @Test
    void are_there_at_once_and_gone_at_once() {
        assertThat(needs.toldTo(room)).isEmpty();

        needs.tell(ana, room, need);
        assertThat(needs.toldTo(room)).containsExactly(RoomNeeds.told(ana, need));

        needs.takeBack(ana, room, need);
        assertThat(needs.toldTo(room)).isEmpty();
    }

    @Test
    void are_read_once_for_all_pages_that_draw_the_meeting_in_these_moments() {
        assertThat(needs.toldTo(room)).isEmpty();

        store.tell(room, RoomNeeds.told(ana, need), Instant.EPOCH);

        assertThat(needs.toldTo(room))
                .as("what another node was told is seen a little later")
                .isEmpty();
        assertThat(store.toldTo(room)).hasSize(1);
    }
}
