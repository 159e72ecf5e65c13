package org.tessera.submission;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Artifacts;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.Attendees;
import org.tessera.room.MeetingRecord;
import org.tessera.room.MeetingRecord.Words;
import org.tessera.room.Outcome;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
@ActiveProfiles("test")
@Timeout(60)
class ContributionsTest {

    @Autowired
    Contributions contributions;

    @Autowired
    Consents consents;

    @Autowired
    Artifacts artifacts;

    @Autowired
    Accounts accounts;

    @Autowired
    Protocols protocols;

    @Autowired
    Rooms rooms;

    @Autowired
    DefaultListableBeanFactory beans;

    private PersonId ana;
    private PersonId ben;
    private PersonId cho;
    private RoomId room;

    @BeforeEach
    void hold_a_meeting_up_to_its_interpretations() {
        DistrictId district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, team, "Ana");
        ben = aPerson(district, team, "Ben");
        cho = aPerson(district, team, "Cho");
        Map<PersonId, Role> roles = new LinkedHashMap<>();
        roles.put(ana, Role.FACILITATOR);
        roles.put(ben, Role.PRESENTER);
        roles.put(cho, Role.PARTICIPANT);
        room = rooms.prepare(
                new RoomDraft(
                        team,
                        "Lab reports",
                        protocols.latest("looking-at-student-work").ref(),
                        roles,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                ana);
        goTo("describe");
        write(cho, "observation", "Page 2 has no units");
        write(ana, "observation", "The claim stands last");
        goTo("interpret");
        write(cho, "question", "Who chose five trials?");
    }

    @Nested
    class Who_was_there {

        @Autowired
        Attendees attendees;

        @Test
        void is_told_by_what_people_did_and_not_by_the_role_they_were_prepared_for() {
            assertThat(attendees.of(List.of(room)).get(room)).containsExactlyInAnyOrder(ana, cho);
            give(ben, new RoomCommand.AgreeNorms());
            assertThat(attendees.of(List.of(room)).get(room)).containsExactlyInAnyOrder(ana, ben, cho);
        }

        @Test
        void is_not_told_of_a_room_that_is_not_kept() {
            RoomId gone = new RoomId(UUID.randomUUID());
            assertThat(attendees.of(List.of(gone))).doesNotContainKey(gone);
        }
    }

    @Nested
    class Ones_own_part {

        @Test
        void tells_what_was_written_and_asked_in_which_role() {
            MeetingRecord part = contributions.of(room, cho, cho).orElseThrow();
            assertThat(part.roles()).containsExactly(Role.PARTICIPANT);
            assertThat(part.wrote()).extracting(Words::text).containsExactly("Page 2 has no units");
            assertThat(part.asked()).extracting(Words::text).containsExactly("Who chose five trials?");
            assertThat(part.facilitated()).isZero();
        }

        @Test
        void tells_how_the_protocol_ran() {
            MeetingRecord part = contributions.of(room, ana, ana).orElseThrow();
            assertThat(part.roles()).containsExactly(Role.FACILITATOR);
            assertThat(part.steps())
                    .hasSize(
                            protocols.latest("looking-at-student-work").phases().size())
                    .anySatisfy(step -> {
                        assertThat(step.name().in(Locale.ENGLISH)).isEqualTo("Describe");
                        assertThat(step.planned()).isPresent();
                        assertThat(step.actual()).isPresent();
                    })
                    .anySatisfy(step -> assertThat(step.actual()).isEmpty());
        }

        @Test
        void tells_of_an_exception_to_who_leads_and_to_whom_it_was_made_for_and_to_nobody_else() {
            UUID presenter = rooms.pseudonymOf(room, ben).orElseThrow().value();
            give(ana, new RoomCommand.Override(presenter, "post", "One fact is missing."));
            assertThat(contributions.of(room, ana, ana).orElseThrow().exceptions())
                    .singleElement()
                    .satisfies(made -> assertThat(made.forReader()).isFalse());
            assertThat(contributions.of(room, ben, ben).orElseThrow().exceptions())
                    .singleElement()
                    .satisfies(made -> {
                        assertThat(made.forReader()).isTrue();
                        assertThat(made.reason()).isEqualTo("One fact is missing.");
                    });
            assertThat(contributions.of(room, cho, cho).orElseThrow().exceptions())
                    .isEmpty();
        }

        @Test
        void is_seen_by_others_only_as_long_as_one_lets_them() {
            assertThat(contributions.of(room, cho, ana)).isEmpty();
            contributions.share(room, cho, ana);
            assertThat(contributions.of(room, cho, ana)).isPresent();
            assertThat(contributions.of(room, cho, ben)).isEmpty();
            contributions.stopSharing(room, cho, ana);
            assertThat(contributions.of(room, cho, ana)).isEmpty();
        }
    }

    @Nested
    class A_colleagues_words {

        private ArtifactId observations;

        @BeforeEach
        void find_the_observations() {
            observations = artifacts.ofRoom(room).stream()
                    .filter(artifact -> artifact.yield().equals("observations"))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        @Test
        void stay_out_of_ones_evidence_unless_the_colleague_agrees() {
            assertThat(quoted()).containsExactly("A: –", "own: The claim stands last");
            assertThat(consents.ask(ana, observations, cho)).isEqualTo(ConsentAnswer.DONE);
            assertThat(quoted()).containsExactly("A: –", "own: The claim stands last");
            assertThat(answer(true)).isEqualTo(ConsentAnswer.DONE);
            assertThat(quoted()).containsExactly("A: Page 2 has no units", "own: The claim stands last");
        }

        @Test
        void go_out_again_when_the_colleague_withdraws() {
            consents.ask(ana, observations, cho);
            answer(true);
            assertThat(answer(false)).isEqualTo(ConsentAnswer.DONE);
            assertThat(quoted()).containsExactly("A: –", "own: The claim stands last");
            assertThat(consents.askedOf(cho))
                    .extracting(WordConsent::state)
                    .containsExactly(WordConsent.State.WITHDRAWN);
        }

        @Test
        void are_not_asked_of_who_wrote_nothing_and_not_answered_by_anybody_else() {
            assertThat(consents.ask(ana, observations, ben)).isEqualTo(ConsentAnswer.NO_WORDS);
            consents.ask(ana, observations, cho);
            UUID question = consents.askedOf(cho).getFirst().id();
            assertThat(consents.answer(ana, question, true)).isEqualTo(ConsentAnswer.UNKNOWN);
            assertThat(consents.authorsIn(ana, observations)).containsExactly(cho);
        }

        @Test
        void cannot_be_taken_back_once_they_are_handed_in() {
            consents.ask(ana, observations, cho);
            answer(true);
            HandedIn all = (earner, piece) -> earner.equals(ana) && piece.equals(Piece.of(observations));
            beans.registerSingleton("handedIn", all);
            try {
                assertThat(answer(false)).isEqualTo(ConsentAnswer.HANDED_IN);
                assertThat(quoted()).contains("A: Page 2 has no units");
            } finally {
                beans.destroySingleton("handedIn");
            }
        }

        private ConsentAnswer answer(boolean yes) {
            return consents.answer(cho, consents.askedOf(cho).getFirst().id(), yes);
        }

        private List<String> quoted() {
            return consents.quotable(ana, observations).stream()
                    .map(one -> switch (one.by()) {
                                case Quoted.By.Own _ -> "own: ";
                                case Quoted.By.Colleague(var letter) -> letter + ": ";
                                case Quoted.By.Unnamed _ -> "unnamed: ";
                            }
                            + one.text().orElse("–"))
                    .toList();
        }
    }

    @Nested
    class The_pages {

        @Autowired
        ApplicationContext application;

        @Test
        void show_ones_own_part_and_not_a_colleagues() {
            assertThat(words(cho, "contributions/" + room))
                    .contains(
                            "My part in the meeting",
                            "Roles: Participant",
                            "Page 2 has no units",
                            "Who chose five trials?")
                    .contains("How the protocol ran", "Describe");
            assertThat(words(ben, "contributions/" + room + "?person=" + cho.value()))
                    .doesNotContain("Page 2 has no units");
        }

        @Test
        void ask_and_answer_from_page_to_page() {
            try (OpenPage page = open(ana, "contributions/" + room)) {
                _click(_get(Button.class, spec -> spec.withText("Ask")));
                assertThat(page.words()).anyMatch(line -> line.contains("asked, no answer yet"));
            }
            assertThat(words(cho, "")).contains("A colleague asks whether your words may stand in their evidence.");
            try (OpenPage page = open(cho, "consents")) {
                assertThat(page.words()).contains("May Ana use your words from this piece?", "You have not answered.");
                _click(_get(Button.class, spec -> spec.withText("Yes")));
                assertThat(page.words()).contains("You said yes.");
            }
            assertThat(consents.askedOf(cho)).extracting(WordConsent::state).containsExactly(WordConsent.State.GIVEN);
        }

        private List<String> words(PersonId person, String address) {
            try (OpenPage page = open(person, address)) {
                return page.words();
            }
        }

        private OpenPage open(PersonId person, String address) {
            return OpenPage.of(application, accounts.person(person).orElseThrow(), Locale.ENGLISH)
                    .go(address);
        }
    }

    @Test
    void colleagues_are_told_apart_by_letters_however_many_there_are() {
        assertThat(List.of(0, 1, 25, 26, 27, 52))
                .extracting(Consents::letter)
                .containsExactly("A", "B", "Z", "AA", "AB", "BA");
    }

    private void goTo(String phase) {
        for (var each : protocols.latest("looking-at-student-work").phases()) {
            rooms.give(room, rooms.pseudonymOf(room, ana).orElseThrow(), new RoomCommand.StartPhase(each.id()));
            if (each.id().equals(phase)) {
                return;
            }
        }
    }

    private void write(PersonId person, String kind, String text) {
        give(person, new RoomCommand.AddNote(UUID.randomUUID(), text, kind, null, null, false));
    }

    private void give(PersonId person, RoomCommand.OfSeat command) {
        assertThat(rooms.give(room, rooms.pseudonymOf(room, person).orElseThrow(), command))
                .isInstanceOf(Outcome.Done.class);
    }

    private PersonId aPerson(DistrictId district, TeamId team, String name) {
        PersonId person = accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
        accounts.join(team, person);
        return person;
    }
}
