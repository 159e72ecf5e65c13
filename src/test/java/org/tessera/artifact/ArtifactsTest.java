package org.tessera.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tessera.artifact.YieldedFixture.aYield;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignInId;
import org.tessera.account.SignInToken;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;
import org.tessera.room.Outcome;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;
import org.tessera.support.AppTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class ArtifactsTest {

    @Autowired
    Artifacts artifacts;

    @Autowired
    ArtifactExport export;

    @Autowired
    YieldKeeper keeper;

    @Autowired
    Accounts accounts;

    @Autowired
    Rooms rooms;

    @Autowired
    Protocols protocols;

    private TeamId team;
    private PersonId ana;
    private PersonId stranger;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        TeamId other = accounts.addTeam(accounts.addSchool(district, "Low"), "Grade 10");
        ana = aPerson(district, "Ana");
        stranger = aPerson(district, "Eva");
        accounts.join(team, ana);
        accounts.join(other, stranger);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class A_meeting {

        @Test
        void leaves_an_artifact_behind_when_the_phase_that_yields_it_ends() {
            RoomId room = aMeetingThatDescribed("A graph without units");

            assertThat(artifacts.ofRoom(room)).singleElement().satisfies(artifact -> {
                assertThat(artifact.yield()).isEqualTo("observations");
                assertThat(artifact.aspect()).isEqualTo("student-work");
                assertThat(artifact.team()).isEqualTo(team);
                assertThat(artifact.people()).extracting(Participant::person).containsExactly(ana);
                assertThat(artifacts.verify(artifact.id(), ana)).isEqualTo(new Check.Intact(artifact.sha256()));
                assertThat(artifacts.contentOf(artifact.id(), ana).map(Content::of))
                        .hasValueSatisfying(content -> assertThat(content.notes())
                                .extracting(Content.Note::text)
                                .containsExactly("A graph without units"));
            });
        }

        @Test
        void lets_a_person_recognise_the_own_notes() {
            RoomId room = aMeetingThatDescribed("A graph without units");
            Artifact artifact = artifacts.ofRoom(room).getFirst();
            Content content = Content.of(artifacts.contentOf(artifact.id(), ana).orElseThrow());
            assertThat(content.notes().getFirst().by())
                    .isEqualTo(rooms.pseudonymOf(room, ana).orElseThrow().toString());
        }

        private RoomId aMeetingThatDescribed(String note) {
            Pack pack = protocols.latest("looking-at-student-work");
            RoomId room = rooms.prepare(
                    new RoomDraft(
                            team,
                            "Lab reports",
                            pack.ref(),
                            Map.of(ana, Role.FACILITATOR),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            List.of()),
                    ana);
            MemberId me = rooms.pseudonymOf(room, ana).orElseThrow();
            for (Phase phase : pack.phases()) {
                give(room, me, new RoomCommand.StartPhase(phase.id()));
                if (phase.id().equals("describe")) {
                    give(room, me, new RoomCommand.AddNote(UUID.randomUUID(), note, null, null, null, false));
                    give(room, me, new RoomCommand.EndPhase(phase.id()));
                    return room;
                }
                give(room, me, new RoomCommand.EndPhase(phase.id()));
            }
            throw new AssertionError("The pack has no phase to describe in");
        }

        private void give(RoomId room, MemberId me, RoomCommand.OfSeat command) {
            assertThat(rooms.give(room, me, command)).as(command.toString()).isEqualTo(new Outcome.Done());
        }
    }

    @Nested
    class A_foreign_artifact {

        @Test
        void is_answered_like_an_unknown_one_everywhere() {
            ArtifactId foreign = keep(aYield(team).handedOver());
            ArtifactId unknown = new ArtifactId(UUID.randomUUID());
            for (ArtifactId id : List.of(foreign, unknown)) {
                assertThat(artifacts.find(id, stranger)).isEmpty();
                assertThat(artifacts.contentOf(id, stranger)).isEmpty();
                assertThat(artifacts.contentsBeside(id, stranger)).isEmpty();
                assertThat(artifacts.verify(id, stranger)).isEqualTo(new Check.Unknown());
            }
            assertThat(artifacts.readableBy(stranger)).isEmpty();
        }

        @Test
        void is_exported_like_an_unknown_one() {
            ArtifactId foreign = keep(aYield(team).handedOver());
            signIn(stranger);
            ResponseStatusException refused = refusal(foreign.toString());
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(refused.toString())
                    .isEqualTo(refusal(UUID.randomUUID().toString()).toString())
                    .isEqualTo(refusal("nonsense").toString());
        }

        private ResponseStatusException refusal(String id) {
            return assertThatExceptionOfType(ResponseStatusException.class)
                    .isThrownBy(() -> export.artifact(id, Optional.empty()))
                    .actual();
        }
    }

    @Nested
    class The_export {

        @Test
        void carries_the_content_byte_for_byte_and_where_it_comes_from() {
            ArtifactId id = keep(aYield(team)
                    .by(ana, Role.FACILITATOR, Duration.ofMinutes(9))
                    .handedOver());
            signIn(ana);
            ResponseEntity<String> answer = export.artifact(id.toString(), Optional.of(""));
            String content = artifacts.contentOf(id, ana).orElseThrow();
            assertThat(answer.getBody()).startsWith("{\"content\":" + content + ",\"provenance\":{");
            JsonNode provenance =
                    JsonMapper.builder().build().readTree(answer.getBody()).path("provenance");
            assertThat(provenance.path("sha256").asString()).isEqualTo(Sha256.of(content));
            assertThat(provenance.path("protocol").asString()).isEqualTo("looking-at-student-work@1.0");
            assertThat(provenance.path("people").path(0).path("role").asString())
                    .isEqualTo("facilitator");
            assertThat(answer.getHeaders().getContentDisposition().isAttachment())
                    .isTrue();
        }

        @Test
        void names_nobody() {
            ArtifactId id = keep(aYield(team)
                    .by(ana, Role.FACILITATOR, Duration.ofMinutes(9))
                    .handedOver());
            signIn(ana);
            assertThat(export.artifact(id.toString(), Optional.empty()).getBody())
                    .doesNotContain("Ana")
                    .doesNotContain(ana.value().toString());
        }
    }

    @Test
    void a_changed_content_is_found_out() {
        Yielded honest = aYield(team).handedOver();
        Yielded forged = new Yielded(
                honest.artifact(),
                honest.room(),
                honest.team(),
                honest.roomTitle(),
                honest.phase(),
                honest.yieldId(),
                honest.name(),
                honest.pack(),
                honest.aspect(),
                honest.fromSeq(),
                honest.toSeq(),
                honest.plannedMinutes(),
                honest.actual(),
                honest.people(),
                honest.content().replace("Two", "Three"),
                honest.sha256(),
                honest.at());
        ArtifactId id = keep(forged);
        assertThat(artifacts.verify(id, ana))
                .isEqualTo(new Check.Altered(honest.sha256(), Sha256.of(forged.content())));
    }

    private ArtifactId keep(Yielded yielded) {
        keeper.keep(yielded);
        return new ArtifactId(yielded.artifact());
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }

    private void signIn(PersonId person) {
        SignedIn signedIn = new SignedIn(person, accounts.nameOf(person), false, null, Locale.ENGLISH);
        SecurityContextHolder.getContext()
                .setAuthentication(new SignInToken(new SignInId(UUID.randomUUID()), signedIn));
    }
}
