package org.tessera.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tessera.artifact.YieldedFixture.aYield;
import static org.tessera.db.Tables.ARTIFACT;
import static org.tessera.db.Tables.ARTIFACT_PERSON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;
import org.tessera.room.Yielded;
import org.tessera.support.StoreTest;

@StoreTest
class ArtifactStoreTest {

    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final ArtifactStore store;
    private final PersonId ana = new PersonId(UUID.randomUUID());
    private final PersonId stranger = new PersonId(UUID.randomUUID());
    private TeamId team = new TeamId(UUID.randomUUID());

    ArtifactStoreTest(DSLContext db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
        store = new ArtifactStore(db);
    }

    @BeforeEach
    void make_a_team() {
        team = YieldedFixture.aTeam(db);
    }

    @Nested
    class A_kept_yield {

        @Test
        void comes_back_as_it_was_handed_over() {
            Yielded yielded = aYield(team)
                    .by(ana, Role.FACILITATOR, Duration.ofMinutes(31))
                    .handedOver();
            store.insert(yielded);

            Artifact artifact = store.find(new ArtifactId(yielded.artifact()), ana, Set.of())
                    .orElseThrow();
            assertThat(artifact.room()).isEqualTo(yielded.room());
            assertThat(artifact.team()).isEqualTo(team);
            assertThat(artifact.roomTitle()).isEqualTo(yielded.roomTitle());
            assertThat(artifact.phase()).isEqualTo(yielded.phase());
            assertThat(artifact.yield()).isEqualTo(yielded.yieldId());
            assertThat(artifact.name()).isEqualTo(yielded.name());
            assertThat(artifact.pack()).isEqualTo(yielded.pack());
            assertThat(artifact.aspect()).isEqualTo(yielded.aspect());
            assertThat(artifact.fromSeq()).isEqualTo(yielded.fromSeq());
            assertThat(artifact.toSeq()).isEqualTo(yielded.toSeq());
            assertThat(artifact.plannedMinutes()).isEqualTo(yielded.plannedMinutes());
            assertThat(artifact.actual()).isEqualTo(yielded.actual());
            assertThat(artifact.sha256()).isEqualTo(yielded.sha256());
            assertThat(artifact.at()).isEqualTo(yielded.at());
            assertThat(artifact.people())
                    .containsExactly(new Participant(ana, false, Role.FACILITATOR, Duration.ofMinutes(31)));
            assertThat(store.content(artifact.id())).contains(yielded.content());
        }

        @ParameterizedTest
        @EnumSource
        void says_in_which_role_somebody_was_there(Role role) {
            Yielded yielded = aYield(team).by(ana, role, Duration.ZERO).handedOver();
            store.insert(yielded);

            assertThat(store.find(new ArtifactId(yielded.artifact()), ana, Set.of())
                            .orElseThrow()
                            .people())
                    .containsExactly(new Participant(ana, false, role, Duration.ZERO));
        }

        @Test
        void keeps_every_byte_of_its_content() {
            String content = "{\"notes\":[{\"id\":\"1\",\"kind\":\"note\",\"text\":\"¿Qué ves?  “así” \\u0007 🧩\"}]}";
            Yielded yielded = aYield(team).content(content).handedOver();
            store.insert(yielded);
            assertThat(store.content(new ArtifactId(yielded.artifact())).map(Sha256::of))
                    .contains(yielded.sha256());
        }

        @Test
        void counts_up_when_the_phase_ran_again_and_leaves_the_first_as_it_was() {
            RoomId room = new RoomId(UUID.randomUUID());
            Yielded first = aYield(team).in(room).content("{\"title\":\"one\"}").handedOver();
            Yielded again = aYield(team).in(room).content("{\"title\":\"two\"}").handedOver();
            store.insert(first);
            store.insert(again);
            assertThat(store.ofRoom(room)).extracting(Artifact::version).containsExactlyInAnyOrder(1, 2);
            assertThat(store.content(new ArtifactId(first.artifact()))).contains("{\"title\":\"one\"}");
        }

        @Test
        void is_gone_with_the_transaction_that_closes_the_phase() {
            Yielded yielded = aYield(team).handedOver();
            ArtifactKeeper keeper = new ArtifactKeeper(store);
            transactions.executeWithoutResult(status -> {
                keeper.keep(yielded);
                status.setRollbackOnly();
            });
            assertThat(store.content(new ArtifactId(yielded.artifact()))).isEmpty();
        }
    }

    @Nested
    class An_artifact_is_immutable {

        @Test
        void its_row_refuses_every_change() {
            Yielded yielded = aYield(team).handedOver();
            store.insert(yielded);
            assertThatThrownBy(() -> db.update(ARTIFACT)
                            .set(ARTIFACT.CONTENT, "{}")
                            .where(ARTIFACT.ID.eq(new ArtifactId(yielded.artifact())))
                            .execute())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
            assertThat(store.content(new ArtifactId(yielded.artifact()))).contains(yielded.content());
        }

        @Test
        void so_does_who_was_there() {
            Yielded yielded =
                    aYield(team).by(ana, Role.PARTICIPANT, Duration.ZERO).handedOver();
            store.insert(yielded);
            assertThatThrownBy(() -> db.update(ARTIFACT_PERSON)
                            .set(ARTIFACT_PERSON.FACILITATED_SECONDS, 3000)
                            .where(ARTIFACT_PERSON.PERSON_ID.eq(ana))
                            .execute())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
        }

        @Test
        void it_is_not_kept_twice_under_one_id() {
            Yielded yielded = aYield(team).handedOver();
            store.insert(yielded);
            assertThatThrownBy(() -> store.insert(yielded)).isInstanceOf(DataAccessException.class);
        }
    }

    @Nested
    class An_artifact_may_be_opened {

        @Test
        void by_a_member_of_the_team() {
            Yielded yielded = aYield(team).handedOver();
            store.insert(yielded);
            assertThat(store.find(new ArtifactId(yielded.artifact()), stranger, Set.of(team)))
                    .isPresent();
            assertThat(store.readableBy(stranger, Set.of(team))).hasSize(1);
        }

        @Test
        void by_whoever_was_in_the_room_for_another_phase() {
            RoomId room = new RoomId(UUID.randomUUID());
            Yielded early =
                    aYield(team).in(room).by(ana, Role.COACH, Duration.ZERO).handedOver();
            Yielded late = aYield(team).in(room).yield("debrief").handedOver();
            store.insert(early);
            store.insert(late);
            assertThat(store.find(new ArtifactId(late.artifact()), ana, Set.of()))
                    .isPresent();
        }

        @Test
        void by_nobody_else() {
            Yielded yielded =
                    aYield(team).by(ana, Role.PARTICIPANT, Duration.ZERO).handedOver();
            store.insert(yielded);
            TeamId other = YieldedFixture.aTeam(db);
            assertThat(store.find(new ArtifactId(yielded.artifact()), stranger, Set.of(other)))
                    .isEmpty();
            assertThat(store.readableBy(stranger, Set.of(other))).isEmpty();
        }
    }

    @Test
    void facilitation_is_the_longest_time_any_artifact_of_the_room_knows_of_a_person() {
        RoomId room = new RoomId(UUID.randomUUID());
        PersonId coach = new PersonId(UUID.randomUUID());
        store.insert(aYield(team)
                .in(room)
                .by(ana, Role.FACILITATOR, Duration.ofMinutes(10))
                .by(coach, Role.COACH, Duration.ofMinutes(2))
                .handedOver());
        store.insert(aYield(team)
                .in(room)
                .yield("debrief")
                .by(ana, Role.FACILITATOR, Duration.ofMinutes(40))
                .handedOver());
        assertThat(store.facilitation(List.of(room)))
                .isEqualTo(Map.of(room, Map.of(ana, Duration.ofMinutes(40), coach, Duration.ofMinutes(2))));
    }
}
