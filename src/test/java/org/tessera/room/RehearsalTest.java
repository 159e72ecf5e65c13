package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Part.coach;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.Part.presenter;
import static org.tessera.room.Part.recorder;
import static org.tessera.room.RehearsalPlan.aRoom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.Phase;
import org.tessera.protocol.ShippedPacks;

/** The fixture itself: every phase of every pack can be reached by what the rulebook allows. */
class RehearsalTest {

    @ParameterizedTest
    @ValueSource(strings = {"looking-at-student-work", "post-it-vision"})
    void reaches_every_phase_of_a_pack(String pack) {
        RehearsalPlan plan = aRoom().of(pack)
                .with(facilitator("ana"), recorder("rosa"), participant("ben"), participant("eva"), coach("cleo"));

        for (Phase phase : ShippedPacks.read(pack).phases()) {
            Rehearsal meeting = plan.inPhase(phase.id());

            assertThat(meeting.room().setting().phase()).contains(phase.id());
            assertThat(meeting.room().seq()).isEqualTo(meeting.log().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"norms", "presenter"})
    void knows_who_is_there(String phase) {
        Rehearsal meeting = aRoom().with(facilitator("ana"), presenter("ben")).inPhase(phase);

        assertThat(meeting.room().members())
                .extracting(Entity.Member::id)
                .containsExactly(Ids.person("ana"), Ids.person("ben"));
    }
}
