package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

    private final Roster roster = new Roster(List.of(
            known(Roster.Kind.PERSON, "Elías Romero-Vidal", true),
            known(Roster.Kind.PERSON, "Grace Okafor", true),
            known(Roster.Kind.PERSON, "Jo Lindqvist", true),
            known(Roster.Kind.PERSON, "Nils Holm", false),
            known(Roster.Kind.SCHOOL, "Larkin Middle School", false),
            known(Roster.Kind.SCHOOL, "High", false),
            known(Roster.Kind.DISTRICT, "Cedar Valley Unified", false),
            known(Roster.Kind.TEAM, "Grade 9 science team", false),
            known(Roster.Kind.TEAM, "Larkin Larks", false)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elías Romero-Vidal spoke.",
                "ELIAS ROMERO-VIDAL spoke.",
                "It was elias  romero-vidal's idea.",
                "It was Eli\u0301as Romero-Vidal’s idea.",
                "It was Elí\u200Bas Ro\u00ADmero-Vidal.",
                "elias.romero-vidal@example.org",
                "Romero-Vidal, Elías",
                "E. Romero-Vidal said so.",
                "eliasromero-vidal",
                "Nils Holm of another team",
                "at larkin middle school",
                "of Cedar Valley Unified"
            })
    void a_whole_name_is_found_however_it_is_written(String text) {
        assertThat(roster.in(text)).isNotEmpty().allMatch(Roster.Found::isWhole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(.* [a-z", "\\Q.+ )+\\E$", "\\E(x+x+)+ y\\Q", "{2,} $1", "a|b ^c", "?<name> \\1", "🦉 𝒜da", "*"
            })
    void a_name_made_of_signs_is_a_name_and_no_pattern(String name) {
        Roster odd = new Roster(List.of(known(Roster.Kind.PERSON, name, true)));

        assertThat(odd.in("Nobody of that name, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, a and b, was there in 2026."))
                .isEmpty();
        if (name.contains(" ")) {
            assertThat(odd.in("It was " + name + " who spoke.")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Then elías asked.",
                "Ms Okafor asked.",
                "Grace asked.",
                "Jo asked.",
                "G. O. asked.",
                "the Larkin Larks"
            })
    void a_part_of_a_name_may_be_one(String text) {
        assertThat(roster.in(text)).hasSize(1).noneMatch(Roster.Found::isWhole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a period of grace for all",
                "Nils is a common name",
                "the high school in grade 9",
                "our Grade 9 science team",
                "banjo and Jolly",
                "okafor in small letters",
                "as others found (Okafor, 2019, p. 4)"
            })
    void a_word_is_none(String text) {
        assertThat(roster.in(text)).isEmpty();
    }

    @Test
    void names_are_replaced_where_they_stand_and_nothing_else_changes() {
        assertThat(roster.without(
                        "ÉLIAS’s plan – by Elías Romero-Vidal (Okafor, 2019) – for Larkin Middle School, naïve as it"
                                + " was.",
                        known -> "[" + known.kind() + "]"))
                .isEqualTo("[PERSON]’s plan – by [PERSON] ([PERSON], 2019) – for [SCHOOL], naïve as it was.");
        assertThat(roster.without("", _ -> "?")).isEmpty();
        assertThat(roster.without("Grace", _ -> "?")).isEqualTo("?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quillfeather", "Wexmoor", "Larkin", "Owls"})
    void a_word_of_a_place_tells_which_one_is_meant(String word) {
        assertThat(Roster.isTelling(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Middle", "County", "Valley", "Grade", "9", "2026", "Owl", "Matemáticas"})
    void and_many_do_not(String word) {
        assertThat(Roster.isTelling(word)).isFalse();
    }

    @Test
    void a_roster_that_knows_more_finds_that_too() {
        String text = "Larkin has a valley.";
        assertThat(roster.in(text)).isEmpty();
        assertThat(roster.with(List.of(known(Roster.Kind.SCHOOL, "Larkin", false)))
                        .without(text, _ -> "[school]"))
                .isEqualTo("[school] has a valley.");
    }

    private static Roster.Known known(Roster.Kind kind, String name, boolean isClose) {
        return new Roster.Known(kind, Optional.empty(), name, isClose);
    }
}
