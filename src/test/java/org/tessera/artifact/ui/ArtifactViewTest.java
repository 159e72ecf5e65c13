package org.tessera.artifact.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.artifact.YieldedFixture.aYield;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.TeamId;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.YieldedFixture;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class ArtifactViewTest {

    private static final String BOARD = """
            {"focus":"Where does reasoning show?","groups":[{"id":"g1","name":"Reasoning"},{"id":"g2","name":""}],\
            "notes":[{"group":"g1","id":"n1","kind":"observation","text":"Two graphs",\
            "anchor":{"h":0.1,"material":"6f0d9f1e-5d5c-4c26-a5d2-3a1b6b6a0001","page":2,"w":0.2,"x":0.1,"y":0.1}},\
            {"group":"g2","id":"n2","kind":"question","text":"Why no units?"},\
            {"id":"n3","kind":"note","text":"Loose thought"}],"title":"Lab reports"}""";

    private static final String VISION = """
            {"drafts":[{"id":"d1","people":["p1","p2"],"text":"Students show what they know","title":"1"}],\
            "lineage":[{"drafts":["d1"],"notes":["n1"],"phrase":"show what they know"},\
            {"drafts":[],"notes":[],"phrase":"every day"}],\
            "notes":[{"id":"n1","kind":"note","text":"mastery"},{"id":"n2","kind":"note","text":"grit"}],\
            "statements":[{"id":"s1","text":"All students show what they know, every day.","title":"Our vision"}],\
            "title":"Vision","unused":["n2"]}""";

    private static final String VOTES = """
            {"groups":[{"id":"g1","name":"Voice"},{"id":"g2","name":"Choice"}],\
            "notes":[{"group":"g1","id":"n1","kind":"note","text":"agency"}],"tallies":{"g1":2,"g2":5,"n1":1}}""";

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    YieldKeeper keeper;

    private TeamId team;
    private Person ana;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        "Ana",
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
        accounts.join(team, ana.id());
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Nested
    class Content {

        @Test
        void notes_stand_in_their_groups_with_kind_and_page() {
            assertThat(words(aYield(team).content(BOARD)))
                    .containsSubsequence("Reasoning", "Two graphs", "Observation", "page 2")
                    .containsSubsequence("Without a name", "Why no units?", "Question")
                    .containsSubsequence("Not grouped", "Loose thought")
                    .contains("Focus question: Where does reasoning show?");
        }

        @Test
        void a_checklist_stands_as_a_table_with_what_the_group_came_to_and_why() {
            assertThat(words(aYield(team).content("""
                            {"checklist":{"threshold":80,"items":[
                             {"id":"i1","text":{"en":"It is clear","es":"Es claro"},"yes":4,"no":1,"entitled":6,"percent":80,
                              "settled":"yes","rationale":"Line two says it","whys":[{"answer":"no","why":"Not for me"}]},
                             {"id":"i2","text":{"en":"It is fair"},"yes":1,"no":1,"entitled":6,"percent":50,"whys":[]}]},
                             "title":"Lab reports"}""")))
                    .contains("An item is settled when 80 % of those who answer agree.")
                    .containsSubsequence(
                            "It is clear",
                            "Yes",
                            "4 yes, 1 no (80 %); 5 of 6 answered",
                            "Line two says it",
                            "No: Not for me",
                            "It is fair",
                            "Left open",
                            "1 yes, 1 no (50 %); 2 of 6 answered");
        }

        @Test
        void score_sheets_stand_side_by_side_without_names_with_what_was_agreed() {
            assertThat(words(aYield(team).content("""
                            {"agreed":[{"item":"i1","level":3,"rationale":"Two sources"}],
                             "scores":{"levels":4,"raters":2,"exact":50,"adjacent":100,"kappa":0.333,"rows":[
                              {"id":"i1","text":{"en":"Evidence"},"counts":{"3":1,"4":1},"modal":[3,4],"exact":0,"adjacent":100,
                               "scores":[{"by":"p1","level":3,"evidence":"page 2"},{"by":"p2","level":4,"evidence":""}]},
                              {"id":"i2","text":{"en":"Voice"},"counts":{"2":1},"modal":[2],
                               "scores":[{"by":"p1","level":2,"evidence":""}]}]},"title":"Lab reports"}""")))
                    .anyMatch(line -> line.contains("Same level 50 %") && line.endsWith("Kappa: 0.33."))
                    .containsSubsequence("Sheet 1", "Sheet 2", "Evidence", "3", "4", "0 %", "3", "Two sources")
                    .containsSubsequence("Voice", "2", "–")
                    .contains("Evidence, level 3: page 2")
                    .noneMatch(line -> line.contains("p1"));
        }

        @Test
        void what_came_after_the_date_says_so() {
            assertThat(words(aYield(team).content("""
                            {"notes":[{"id":"n1","kind":"observation","text":"In time"},
                             {"id":"n2","kind":"observation","text":"Sorry","late":true}],
                             "scores":{"levels":4,"raters":2,"rows":[{"id":"i1","text":{"en":"Evidence"},"counts":{},"modal":[],
                              "scores":[{"by":"p1","level":3,"evidence":""},
                               {"by":"p2","level":4,"evidence":"","late":true}]}]},
                             "title":"Lab reports"}""")))
                    .containsSubsequence("In time", "Observation", "Sorry", "Observation", "after the date")
                    .containsOnlyOnce("after the date")
                    .contains("3", "4 (after the date)");
        }

        @Test
        void a_list_has_its_items() {
            assertThat(words(aYield(team).content("""
                            {"items":[{"id":"i1","text":{"en":"Evidence","es":"Evidencia"}}],"title":"Lab reports"}"""))).contains("Items", "Evidence");
        }

        @Test
        void a_phrase_of_a_statement_opens_the_drafts_and_words_behind_it() {
            open(aYield(team).content(VISION), Locale.ENGLISH);
            assertThat(phrases()).extracting(NativeButton::getText).containsExactly("show what they know", "every day");

            _click(phrases().getFirst());
            assertThat(phrases().getFirst().getElement().getAttribute("aria-expanded"))
                    .isEqualTo("true");
            assertThat(page.orElseThrow().words())
                    .containsSubsequence(
                            "Behind “show what they know”", "Draft 1", "Students show what they know", "mastery");
        }

        @Test
        void a_phrase_without_origin_says_that_it_is_new() {
            open(aYield(team).content(VISION), Locale.ENGLISH);
            _click(phrases().getLast());
            assertThat(page.orElseThrow().words()).anyMatch(words -> words.startsWith("This phrase is new"));
            _click(phrases().getLast());
            assertThat(page.orElseThrow().words()).noneMatch(words -> words.startsWith("This phrase is new"));
        }

        @Test
        void drafts_and_words_are_also_found_in_the_other_artifacts_of_the_meeting() {
            RoomId room = new RoomId(UUID.randomUUID());
            keep(aYield(team)
                    .in(room)
                    .yield("themes")
                    .content("{\"notes\":[{\"id\":\"early\",\"kind\":\"note\",\"text\":\"an early word\"}]}"));
            open(
                    aYield(team)
                            .in(room)
                            .yield("vision")
                            .content("{\"lineage\":[{\"drafts\":[],\"notes\":[\"early\"],\"phrase\":\"Growth\"}],"
                                    + "\"statements\":[{\"id\":\"s\",\"text\":\"Growth\",\"title\":\"\"}]}"),
                    Locale.ENGLISH);
            _click(phrases().getFirst());
            assertThat(page.orElseThrow().words()).contains("an early word");
        }

        @Test
        void words_nobody_used_stay_visible() {
            assertThat(words(aYield(team).content(VISION))).containsSubsequence("Words not used", "grit");
        }

        @Test
        void votes_come_most_first_by_the_names_of_what_was_voted_for() {
            assertThat(words(aYield(team).content(VOTES)))
                    .containsSubsequence("Choice", "5 dots", "Voice", "2 dots", "agency", "1 dot");
        }

        @Test
        void checks_say_how_many_gave_which_answer_and_whether_it_passed() {
            assertThat(
                            words(
                                    aYield(team)
                                            .content(
                                                    "{\"checks\":[{\"counts\":{\"2\":1,\"4\":3},\"item\":\"s1\",\"passed\":false,\"voters\":4}],"
                                                            + "\"statements\":[{\"id\":\"s1\",\"text\":\"Our vision\",\"title\":\"\"}]}")))
                    .containsSubsequence("Our vision", "4 fingers: 3 people", "2 fingers: 1 person")
                    .contains("Not passed, with 4 answers.");
        }

        @Test
        void goals_are_listed() {
            assertThat(words(aYield(team)
                            .content("{\"goals\":[{\"by\":\"p\",\"id\":\"1\",\"text\":\"Two tasks a term\"}]}")))
                    .containsSubsequence("Goals", "Two tasks a term");
        }

        @Test
        void a_debrief_tells_what_helped_from_what_to_change() {
            assertThat(words(aYield(team)
                            .content("{\"notes\":[{\"id\":\"1\",\"kind\":\"change\",\"text\":\"More time\"},"
                                    + "{\"id\":\"2\",\"kind\":\"helped\",\"text\":\"The silence\"}]}")))
                    .containsSubsequence("Debrief", "What helped", "The silence", "What to change", "More time");
        }

        @Test
        void questions_stand_with_the_answers_under_them() {
            assertThat(words(aYield(team)
                            .content("{\"notes\":[{\"id\":\"1\",\"kind\":\"clarifying\",\"text\":\"How long?\"},"
                                    + "{\"id\":\"2\",\"kind\":\"probing\",\"text\":\"What else?\"},"
                                    + "{\"id\":\"3\",\"kind\":\"note\",\"replyTo\":\"1\",\"text\":\"Two weeks.\"}]}")))
                    .containsSubsequence("Questions", "How long?", "Two weeks.", "What else?");
        }

        @Test
        void norms_stand_before_their_drafts_with_how_many_find_them_hard() {
            assertThat(words(aYield(team)
                            .content("{\"norms\":[{\"hard\":2,\"id\":\"1\",\"text\":\"We listen.\"}],"
                                    + "\"notes\":[{\"id\":\"1\",\"kind\":\"norm\",\"text\":\"listen\"}]}")))
                    .containsSubsequence("Norms", "We listen.", "(hard to keep for 2 people)", "listen");
        }

        @Test
        void choices_are_counted() {
            assertThat(words(aYield(team)
                            .content(
                                    "{\"choices\":[{\"id\":\"north\",\"people\":[\"a\",\"b\"],\"text\":{\"en\":\"North\"}},"
                                            + "{\"id\":\"south\",\"people\":[],\"text\":{\"en\":\"South\"}}]}")))
                    .containsSubsequence("What people chose", "North", "2 people", "South", "nobody");
        }

        @Test
        void a_debrief_says_how_the_norms_were_kept_and_why_it_was_left_blank() {
            assertThat(
                            words(
                                    aYield(team)
                                            .content(
                                                    "{\"blank\":\"The bell rang.\",\"normCheck\":{\"hard\":{\"0\":1},"
                                                            + "\"kept\":{\"all\":1,\"most\":3},\"norms\":[{\"en\":\"Be brief\"}],\"voters\":4},\"notes\":[]}")))
                    .containsSubsequence(
                            "How the norms were kept",
                            "All of them, said 1 person",
                            "Most of them, said 3 people",
                            "Few of them, said nobody",
                            "Named as hard: “Be brief” (1 person)",
                            "The debrief was left blank, or half of it. The reason given: The bell rang.");
        }

        @Test
        void a_step_says_why_the_room_was_closed_before_its_protected_time() {
            assertThat(words(aYield(team).content("{\"cut\":\"The bell rang.\",\"notes\":[]}")))
                    .contains("The room was closed before this step had the time its protocol protects. "
                            + "The reason given: The bell rang.");
        }

        @Test
        void a_norm_check_of_two_people_shows_no_answers() {
            assertThat(
                            words(
                                    aYield(team)
                                            .content(
                                                    "{\"normCheck\":{\"hard\":{},\"kept\":{},\"norms\":[],\"voters\":2},\"notes\":[]}")))
                    .contains("2 people answered: too few to show the answers.")
                    .doesNotContain("All of them");
        }

        @Test
        void an_empty_one_says_so() {
            assertThat(words(aYield(team).content("{\"notes\":[]}"))).contains("Nothing was written in this phase.");
        }
    }

    @Nested
    class Provenance {

        @Test
        void of_work_in_peoples_own_time_has_no_minutes() {
            assertThat(words(aYield(team).inOwnTime()))
                    .contains("None: done in people’s own time")
                    .noneMatch(words -> words.contains("0 planned"));
        }

        @Test
        void tells_room_protocol_minutes_people_and_place_in_the_record() {
            assertThat(words(aYield(team).by(ana.id(), Role.FACILITATOR, Duration.ofMinutes(31))))
                    .contains(
                            "Lab reports",
                            "Grade 9",
                            "9 planned, 9:12 used",
                            "Ana, facilitator, facilitated for 31 min so far",
                            "Entries 12 to 57")
                    .anyMatch(words -> words.endsWith(", version 1.0"));
        }

        @Test
        void is_written_in_spanish_for_who_reads_spanish() {
            OpenPage spanish = open(aYield(team).by(ana.id(), Role.RECORDER, Duration.ZERO), Locale.of("es"));
            assertThat(spanish.words())
                    .contains("De dónde viene", "9 previstos, 9:12 usados", "Ana, toma notas", "Observaciones");
        }

        @Test
        void checks_the_checksum_on_demand() {
            open(aYield(team), Locale.ENGLISH);
            _click(_get(Button.class, button -> button.withText("Check")));
            assertThat(_get(Span.class, span -> span.withClasses("checksum-intact"))
                            .getText())
                    .startsWith("Unchanged");
        }
    }

    @Nested
    class Actions {

        @Test
        void lead_to_the_matrix_and_to_the_file() {
            Yielded yielded = aYield(team).handedOver();
            keeper.keep(yielded);
            page = Optional.of(OpenPage.of(application, ana, Locale.ENGLISH).go("artifacts/" + yielded.artifact()));
            assertThat(_find(Anchor.class, anchor -> anchor.withClasses("action")))
                    .extracting(Anchor::getHref)
                    .containsExactly(
                            "evidence?artifact=" + yielded.artifact(),
                            "api/artifacts/" + yielded.artifact() + "?download",
                            "api/artifacts/" + yielded.artifact() + "/package.zip",
                            "rooms/" + yielded.room() + "/record");
        }
    }

    @Test
    void a_foreign_artifact_is_answered_exactly_like_an_unknown_one() {
        TeamId foreign = accounts.addTeam(accounts.addSchool(accounts.addDistrict("South"), "Far"), "Others");
        Yielded theirs = aYield(foreign).handedOver();
        keeper.keep(theirs);
        OpenPage open = OpenPage.of(application, ana, Locale.ENGLISH);
        page = Optional.of(open);
        List<String> refused = open.go("artifacts/" + theirs.artifact()).words();
        List<String> unknown = open.go("artifacts/" + UUID.randomUUID()).words();
        List<String> nonsense = open.go("artifacts/nonsense").words();
        assertThat(refused).isNotEmpty().isEqualTo(unknown).isEqualTo(nonsense).doesNotContain("Two graphs");
        assertThat(_find(ProvenancePart.class)).isEmpty();
    }

    private static List<NativeButton> phrases() {
        return _find(NativeButton.class, button -> button.withClasses("phrase"));
    }

    private List<String> words(YieldedFixture fixture) {
        return open(fixture, Locale.ENGLISH).words();
    }

    private OpenPage open(YieldedFixture fixture, Locale language) {
        ArtifactId artifact = keep(fixture);
        OpenPage opened = OpenPage.of(application, ana, language).go("artifacts/" + artifact);
        page = Optional.of(opened);
        return opened;
    }

    private ArtifactId keep(YieldedFixture fixture) {
        Yielded yielded = fixture.handedOver();
        keeper.keep(yielded);
        return new ArtifactId(yielded.artifact());
    }
}
