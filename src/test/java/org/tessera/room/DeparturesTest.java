package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Ids.person;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ana and Ben are in a room, and Ben's phone loses its network. */
class DeparturesTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Set<MemberId> BOTH = Set.of(person("ana"), person("ben"));
    private static final Set<MemberId> ANA = Set.of(person("ana"));

    private final Departures departures = new Departures();

    @Test
    void whoever_has_just_gone_still_counts_and_after_a_minute_does_not() {
        departures.changed(BOTH, ANA, TEN);

        assertThat(departures.andThose(ANA, TEN.plusSeconds(59))).isEqualTo(BOTH);
        assertThat(departures.andThose(ANA, TEN.plusSeconds(60))).isEqualTo(ANA);
    }

    @Test
    void whoever_has_come_back_and_goes_again_has_a_new_minute() {
        departures.changed(BOTH, ANA, TEN);
        departures.changed(ANA, BOTH, TEN.plusSeconds(5));
        assertThat(departures.andThose(Set.of(), TEN.plusSeconds(6))).isEmpty();
        departures.changed(BOTH, ANA, TEN.plusSeconds(50));

        assertThat(departures.andThose(ANA, TEN.plusSeconds(109))).isEqualTo(BOTH);
    }

    @Test
    void who_has_never_been_there_does_not_count() {
        assertThat(departures.andThose(ANA, TEN)).isEqualTo(ANA);
    }
}
