package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Criterion;
import org.tessera.credential.Standing;
import org.tessera.credential.SubmissionPart;
import org.tessera.credential.WordLimit;
import org.tessera.credential.WordLimit.Enforcement;
import org.tessera.credential.Wording;
import org.tessera.writing.Bibliography;

class PreCheckTest {

    private static final Spot OVERVIEW = new Spot.OfPart("overview");

    @Nested
    class A_word_limit {

        @Test
        void that_is_hard_comes_back_where_the_platform_holds_to_it() {
            assertThat(limited(Platform.BLOOMBOARD, Enforcement.HARD, "one two"))
                    .containsExactly(new Gap.LengthMissed(OVERVIEW, 2, OptionalInt.of(3), OptionalInt.of(5), true));
            assertThat(limited(Platform.DIGITAL_PROMISE, Enforcement.HARD, "one two three four five six"))
                    .singleElement()
                    .matches(Gap::comesBack);
        }

        @Test
        void that_is_kept_to_the_word_is_not_mentioned() {
            assertThat(limited(Platform.BLOOMBOARD, Enforcement.HARD, "one two three"))
                    .isEmpty();
            assertThat(limited(Platform.BLOOMBOARD, Enforcement.HARD, "one two three four five"))
                    .isEmpty();
        }

        @Test
        void that_is_a_guide_is_mentioned_and_stops_nothing() {
            assertThat(limited(Platform.BLOOMBOARD, Enforcement.ADVISORY, "one"))
                    .singleElement()
                    .matches(gap -> !gap.comesBack());
            assertThat(limited(Platform.NEA, Enforcement.HARD, "one"))
                    .singleElement()
                    .matches(gap -> !gap.comesBack());
        }

        @Test
        void nobody_could_find_out_is_said_to_be_so() {
            WordLimit unknown = new WordLimit(
                    wording(Standing.PLACEHOLDER),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.of(Enforcement.HARD));
            assertThat(check(Platform.BLOOMBOARD, Optional.of(unknown), "one two", List.of(), List.of()))
                    .containsExactly(new Gap.LimitUnknown(OVERVIEW, 2));
        }

        private static List<Gap> limited(Platform platform, Enforcement enforcement, String text) {
            WordLimit limit = new WordLimit(
                    wording(Standing.VERIFIED), OptionalInt.of(3), OptionalInt.of(5), Optional.of(enforcement));
            return check(platform, Optional.of(limit), text, List.of(), List.of());
        }
    }

    @Nested
    class A_requirement {

        @Test
        void without_evidence_comes_back_if_its_wording_is_known() {
            assertThat(rows(row("need", Criterion.Kind.REQUIREMENT, Standing.VERIFIED)))
                    .containsExactly(new Gap.EvidenceMissing(new Spot.OfRow("need"), true));
            assertThat(rows(row("need", Criterion.Kind.REQUIREMENT, Standing.PLACEHOLDER)))
                    .containsExactly(new Gap.EvidenceMissing(new Spot.OfRow("need"), false));
        }

        @Test
        void of_the_rubric_needs_evidence_only_for_part_2() {
            assertThat(rows(row("rubric-overview", Criterion.Kind.RUBRIC_ROW, Standing.VERIFIED)))
                    .isEmpty();
            assertThat(rows(row("rubric-evidence", Criterion.Kind.RUBRIC_ROW, Standing.VERIFIED)))
                    .hasSize(1)
                    .noneMatch(Gap::comesBack);
        }

        private static List<Gap> rows(Criterion row) {
            return check(
                    Platform.BLOOMBOARD,
                    Optional.empty(),
                    "Enough.",
                    List.of(new Coverage(row, List.of(), Optional.empty())),
                    List.of());
        }
    }

    @Nested
    class A_link {

        @Test
        void comes_back_only_where_assessors_open_none() {
            String text = "See www.example.org/board, please";
            assertThat(check(Platform.BLOOMBOARD, Optional.empty(), text, List.of(), List.of()))
                    .singleElement()
                    .isInstanceOf(Gap.LinkForbidden.class);
            assertThat(check(Platform.NEA, Optional.empty(), text, List.of(), List.of()))
                    .isEmpty();
        }
    }

    @Nested
    class Names {

        @Test
        void of_the_roster_are_found_whole_in_any_case_and_alone_only_as_names() {
            Roster roster = new Roster(List.of("Will Hall", "Ana Ortiz"), List.of("Will Hall"));
            assertThat(roster.in("ANA ORTIZ and Will came."))
                    .extracting(Roster.Found::name, Roster.Found::isWhole)
                    .containsExactly(tuple("Ana Ortiz", true), tuple("Will", false));
            assertThat(roster.in("We will see; Willow and Ana agree.")).isEmpty();
        }

        @Test
        void of_authors_in_a_citation_are_no_names() {
            Roster roster = new Roster(List.of("Ana Ortiz"), List.of("Ortiz Ana"));
            assertThat(roster.in("As shown before (Ortiz, 2019, p. 4).")).isEmpty();
            assertThat(roster.in("As Ortiz showed.")).hasSize(1);
        }
    }

    @Nested
    class Words_of_a_colleague_who_does_not_agree {

        private static final String NOTE = "The axes have no units at all";

        @Test
        void come_back_also_in_the_lines_of_a_quotation() {
            assertThat(withheld("I saw that:\n> The axes have no\n> units at all\nand more."))
                    .contains(new Gap.WordsWithheld(OVERVIEW, NOTE))
                    .filteredOn(Gap.WordsWithheld.class::isInstance)
                    .allMatch(Gap::comesBack);
        }

        @Test
        void are_not_found_where_they_are_none() {
            assertThat(withheld("The axes have units, and that was all.")).isEmpty();
        }

        private static List<Gap> withheld(String text) {
            return check(
                    Platform.BLOOMBOARD,
                    Optional.empty(),
                    text,
                    List.of(),
                    List.of(),
                    new Roster(List.of(), List.of()),
                    List.of(NOTE));
        }
    }

    @Nested
    class A_place {

        @Test
        void comes_back_by_its_whole_name_and_is_worth_a_look_by_one_word() {
            Roster roster = new Roster(List.of(
                    new Roster.Known(Roster.Kind.SCHOOL, Optional.empty(), "Larkin Middle School", false),
                    new Roster.Known(Roster.Kind.DISTRICT, Optional.empty(), "Wexmoor", false)));
            assertThat(check(
                            Platform.NEA,
                            Optional.empty(),
                            "At Larkin Middle School in Wexmoor we met.",
                            List.of(),
                            List.of(),
                            roster,
                            List.of()))
                    .containsExactly(
                            new Gap.PlaceNamed(OVERVIEW, "Larkin Middle School", true),
                            new Gap.PlaceNamed(OVERVIEW, "Wexmoor", false));
        }
    }

    @Nested
    class Letters {

        @Test
        void are_explained_on_either_side_of_the_brackets_anywhere() {
            String whole =
                    "A professional learning community (PLC) met. PBL (project-based learning) helped. ESL did not.";
            assertThat(Acronyms.undefined("The PLCs, the PBL and the ESL class of the USA in part II.", whole))
                    .containsExactly("ESL");
        }
    }

    @Nested
    class Working_together {

        @Test
        void is_worked_out_without_anybody() {
            assertThat(Collaboration.of(new org.tessera.account.PersonId(UUID.randomUUID()), List.of()))
                    .isEqualTo(new Collaboration(0, List.of()));
        }
    }

    private static List<Gap> check(
            Platform platform,
            Optional<WordLimit> limit,
            String text,
            List<Coverage> coverage,
            List<FrozenEvidence> evidence) {
        return check(platform, limit, text, coverage, evidence, new Roster(List.of(), List.of()), List.of());
    }

    private static List<Gap> check(
            Platform platform,
            Optional<WordLimit> limit,
            String text,
            List<Coverage> coverage,
            List<FrozenEvidence> evidence,
            Roster roster,
            List<String> withheld) {
        Wording wording = wording(Standing.VERIFIED);
        Credential credential = new Credential(
                new CredentialRef(new CredentialId("any"), "1"),
                Optional.empty(),
                wording,
                List.of(),
                wording,
                wording,
                List.of(),
                List.of(),
                List.of(
                        new SubmissionPart("overview", new SubmissionPart.Title("One", "Uno"), wording, limit),
                        new SubmissionPart(
                                HandIn.EVIDENCE, new SubmissionPart.Title("Two", "Dos"), wording, Optional.empty())),
                List.of(),
                List.of());
        return new PreCheck(
                        credential,
                        platform,
                        new HandIn(List.of(new WrittenAnswer("overview", text)), "", evidence, List.of()),
                        coverage,
                        false,
                        roster,
                        new Bibliography(List.of(), Locale.ENGLISH),
                        List.of(),
                        List.of(),
                        withheld)
                .gaps();
    }

    private static Criterion row(String id, Criterion.Kind kind, Standing standing) {
        return new Criterion(id, kind, wording(standing), Optional.empty());
    }

    private static Wording wording(Standing standing) {
        return new Wording("Words", "Palabras", standing, "us");
    }
}
