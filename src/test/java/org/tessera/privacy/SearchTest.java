package org.tessera.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private final Search search = new Search(new People(
            List.of("Ana Torres", "Benjamin Okafor", "Mark Field"),
            List.of(
                    "Maya Rodriguez",
                    "José Hernández García",
                    "Aaliyah Johnson-Brown",
                    "Will Carter",
                    "Xiomara Quintanilla")));

    @Nested
    class A_listed_name {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "by Maya Rodriguez",
                    "rodriguez, maya",
                    "MAYA RODRIGUEZ",
                    "Maya L. Rodriguez",
                    "M. Rodriguez",
                    "Maya Rodriguez’s",
                    "Maya R0driguez",
                    "Maya Rodrlguez",
                    "Maya Rodrigues",
                    "Jose Hernandez",
                    "García, José",
                    "José Hernández-García",
                    "Aaliyah Brown",
                    "Aaliyah Johnson-Brown",
                    "Will Carter",
                    "Ana Torres",
                    "mrodriguez",
                    "Field, Mark"
                })
        void is_found_however_it_is_written(String line) {
            assertThat(found(line)).contains(Trait.LISTED_NAME);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Maya", "Xiomara’s idea", "We asked Quintanilla", "Then Xiomora came"})
        void of_a_student_is_found_by_a_part_of_it(String line) {
            assertThat(found(line)).containsAnyOf(Trait.LISTED_WORD, Trait.LIKELY_NAME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Will the tap drip all night?",
                    "the field behind the school",
                    "we marked the field",
                    "a mayor spoke",
                    "Torres Strait",
                    "the carter and the horse"
                })
        void is_not_seen_where_there_is_none(String line) {
            assertThat(found(line)).doesNotContain(Trait.LISTED_NAME, Trait.LISTED_WORD);
        }
    }

    @Nested
    class A_likely_name {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Name: tobin marsh",
                    "Student: Tobin Marsh",
                    "By Tobin Marsh",
                    "Dear Tobin,",
                    "thanks to Mr. Marsh",
                    "we saw Tobin Marsh again",
                    "Sophia measured it",
                    "Nombre: Itzel Zamudio"
                })
        void is_found_by_where_it_stands(String line) {
            assertThat(found(line)).contains(Trait.LIKELY_NAME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "How Much Water Does Our School Waste",
                    "On Monday we went to New York",
                    "The United States Constitution",
                    "Name:",
                    "Date: Monday",
                    "WATER REPORT OF GRADE NINE"
                })
        void is_not_seen_in_headings_places_and_days(String line) {
            assertThat(found(line)).doesNotContain(Trait.LIKELY_NAME);
        }
    }

    @Nested
    class A_number {

        @Test
        void is_told_by_its_form() {
            assertThat(found("ssn 219-09-9999")).containsExactly(Trait.SOCIAL_SECURITY);
            assertThat(found("call (502) 555-0143")).containsExactly(Trait.PHONE);
            assertThat(found("write to m.r@example.org")).containsExactly(Trait.EMAIL);
            assertThat(found("Student ID: 40381276")).containsExactly(Trait.STUDENT_NUMBER);
            assertThat(found("born on May 4, 2011")).containsExactly(Trait.BIRTH_DATE);
            assertThat(found("fecha de nacimiento: 4/5/2011")).containsExactly(Trait.BIRTH_DATE);
            assertThat(found("at 412 Maple Street we")).contains(Trait.ADDRESS);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"1200 and 1350 drops", "the mean is 555.0143", "3/14", "pages 12-15-2024", "40381276 drops"})
        void of_another_sort_is_left_alone(String line) {
            assertThat(found(line)).isEmpty();
        }
    }

    @Test
    void a_files_name_is_looked_through_and_leaves_nothing_to_decide() {
        assertThat(search.inFileName("MayaRodriguez_v2.pdf")).singleElement().satisfies(one -> {
            assertThat(one.trait()).isEqualTo(Trait.LISTED_NAME);
            assertThat(one.isOpen()).isFalse();
        });
        assertThat(search.inFileName("water_report_final.pdf")).isEmpty();
    }

    @Test
    void a_title_is_looked_through_too_and_somebody_has_to_decide_as_it_stays() {
        assertThat(search.inTitle("Maya Rodriguez explains water"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.trait()).isEqualTo(Trait.LISTED_NAME);
                    assertThat(one.origin()).isEqualTo(Origin.TITLE);
                    assertThat(one.isOpen()).isTrue();
                });
        assertThat(search.inTitle("Water task, a week later")).isEmpty();
    }

    @Test
    void a_box_reaches_around_all_the_words_of_a_name() {
        Text line = new Text(
                Origin.READING,
                false,
                List.of(
                        new Text.Word("Maya", Optional.of(new Place(2, 0.1, 0.2, 0.1, 0.02))),
                        new Text.Word("Rodriguez", Optional.of(new Place(2, 0.21, 0.2, 0.2, 0.02)))));
        assertThat(search.in(line)).singleElement().satisfies(one -> assertThat(one.place())
                .hasValueSatisfying(place -> {
                    assertThat(place.page()).isEqualTo(2);
                    assertThat(place.x()).isLessThan(0.1);
                    assertThat(place.x() + place.w()).isGreaterThan(0.41);
                }));
    }

    @Test
    void the_same_place_is_found_once_and_as_the_stronger_thing() {
        Finding likely = at(Trait.LIKELY_NAME, 0.1);
        Finding listed = at(Trait.LISTED_NAME, 0.101);
        assertThat(Search.once(List.of(likely, listed, at(Trait.PHONE, 0.6))))
                .extracting(Finding::trait)
                .containsExactly(Trait.LISTED_NAME, Trait.PHONE);
    }

    private static Finding at(Trait trait, double x) {
        return new Finding(
                0, trait, Origin.READING, Sureness.LIKELY, Optional.of(new Place(1, x, 0.1, 0.2, 0.03)), Finding.OPEN);
    }

    private List<Trait> found(String line) {
        return search.in(Text.loose(Origin.READING, line)).stream()
                .map(Finding::trait)
                .toList();
    }
}
