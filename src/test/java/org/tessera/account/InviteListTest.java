package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.account.InviteLine.Fault;
import org.tessera.account.InviteList.Unreadable;
import org.tessera.account.InviteStep.Outcome;

/** What a pasted list of people says, and what it would come to. */
class InviteListTest {

    private static List<InviteLine> read(String text) {
        assertThat(InviteList.read(text)).isInstanceOf(InviteList.Read.class);
        return ((InviteList.Read) InviteList.read(text)).lines();
    }

    @Nested
    class Reading {

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t"})
        void takes_commas_semicolons_and_tabs(String separator) {
            String text = "name,e-mail,school,team\nAna Ortega,Ana@North.example,Cedar,Grade 9\n";

            assertThat(read(text.replace(",", separator)))
                    .containsExactly(
                            new InviteLine(2, "Ana Ortega", "ana@north.example", "Cedar", "Grade 9", List.of()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Name;E-Mail;School;Team",
                    "nombre;correo electrónico;escuela;equipo",
                    "NOMBRE COMPLETO;Correo Electronico;CENTRO;EQUIPO",
                    " Full name ; \"Email address\" ; School ; Team ",
                    "\uFEFFname;mail;school;team"
                })
        void knows_the_columns_in_english_and_spanish_with_a_mark_and_in_any_case(String header) {
            assertThat(read(header + "\r\nAna;ana@north.example;Cedar;Nine"))
                    .containsExactly(new InviteLine(2, "Ana", "ana@north.example", "Cedar", "Nine", List.of()));
        }

        @Test
        void takes_the_columns_in_any_order_and_passes_others_over() {
            assertThat(read("id,team,e-mail,phone,name\n7,Nine,ana@north.example,555,Ana"))
                    .containsExactly(new InviteLine(2, "Ana", "ana@north.example", "", "Nine", List.of()));
        }

        @Test
        void needs_only_names_and_addresses_and_takes_short_lines() {
            assertThat(read("name,email,school\nAna,ana@north.example"))
                    .containsExactly(new InviteLine(2, "Ana", "ana@north.example", "", "", List.of()));
        }

        @Test
        void understands_quotes_with_separators_quotes_and_line_breaks_in_them() {
            List<InviteLine> lines = read("name,email,team\n\"Ortega, Ana \"\"Annie\"\"\",ana@north.example,\"a\nb\"\n"
                    + "Ben,ben@north.example,Nine");

            assertThat(lines.getFirst().name()).isEqualTo("Ortega, Ana \"Annie\"");
            assertThat(lines.getLast().number())
                    .as("lines are counted as an editor does")
                    .isEqualTo(4);
        }

        @Test
        void passes_blank_lines_over_and_takes_old_line_ends() {
            assertThat(read("name,email\r\rAna,ana@north.example\r,\r\rBen,ben@north.example\r"))
                    .extracting(InviteLine::number)
                    .containsExactly(3, 6);
        }

        @Test
        void finds_what_is_wrong_with_a_line() {
            List<InviteLine> lines = read("name,email\n"
                    + ",ana@north.example\n"
                    + "Ben,ben(at)north.example\n"
                    + "Cho,ANA@north.example\n"
                    + "D" + "e".repeat(120) + ",dee@north.example\n"
                    + "E\u202Eli,eli@north.example\n"
                    + "Fay,fay@localhost\n");

            assertThat(lines)
                    .extracting(InviteLine::faults)
                    .containsExactly(
                            List.of(Fault.NAME_MISSING),
                            List.of(Fault.EMAIL_WRONG),
                            List.of(Fault.EMAIL_TWICE),
                            List.of(Fault.NAME_TOO_LONG),
                            List.of(Fault.NAME_INVALID),
                            List.of(Fault.EMAIL_WRONG));
        }

        @Test
        void says_why_a_list_cannot_be_read() {
            assertThat(InviteList.read("")).isEqualTo(Unreadable.EMPTY);
            assertThat(InviteList.read("name,email\n\n")).isEqualTo(Unreadable.EMPTY);
            assertThat(InviteList.read("Ana,ana@north.example")).isEqualTo(Unreadable.NO_HEADER);
            assertThat(InviteList.read("name,email\n\"Ana,ana@north.example")).isEqualTo(Unreadable.QUOTE_OPEN);
            assertThat(InviteList.read("name,email\n" + "é".repeat(InviteList.LONGEST / 2)))
                    .isEqualTo(Unreadable.TOO_LONG);
        }

        @Test
        void takes_two_thousand_lines_and_not_one_more() {
            assertThat(read(list(InviteList.MOST))).hasSize(InviteList.MOST);
            assertThat(InviteList.read(list(InviteList.MOST + 1))).isEqualTo(Unreadable.TOO_MANY);
        }

        @Test
        void takes_files_in_utf_8_only() {
            assertThat(InviteList.text("\uFEFFcorreo,niña".getBytes(StandardCharsets.UTF_8)))
                    .contains("correo,niña");
            assertThat(InviteList.text("niña".getBytes(StandardCharsets.ISO_8859_1)))
                    .isEmpty();
        }

        private String list(int lines) {
            return IntStream.range(0, lines)
                    .mapToObj(i -> "P" + i + ",p" + i + "@north.example")
                    .collect(Collectors.joining("\n", "name,email\n", ""));
        }
    }

    @Nested
    class Foreseeing {

        private final DistrictId north = new DistrictId(UUID.randomUUID());
        private final School cedar = new School(new SchoolId(UUID.randomUUID()), north, "Cedar");
        private final School larkin = new School(new SchoolId(UUID.randomUUID()), north, "Larkin");
        private final Team nine = new Team(new TeamId(UUID.randomUUID()), cedar.id(), north, "Nine");
        private final Team science = new Team(new TeamId(UUID.randomUUID()), cedar.id(), north, "Science");
        private final Team otherScience = new Team(new TeamId(UUID.randomUUID()), larkin.id(), north, "Science");
        private final Person ana = person(north, "ana@north.example");
        private final Person sam = person(new DistrictId(UUID.randomUUID()), "sam@south.example");

        private Outcome of(String school, String team, String email) {
            InviteForecast forecast = new InviteForecast(
                    north,
                    List.of(cedar, larkin),
                    List.of(nine, science, otherScience),
                    Map.of(ana.email(), ana, sam.email(), sam),
                    Map.of(ana.id(), List.of(nine.id())));
            return forecast.of(List.of(new InviteLine(2, "Somebody", email, school, team, List.of())))
                    .getFirst()
                    .outcome();
        }

        @Test
        void somebody_new_goes_where_the_line_says() {
            assertThat(of("", "", "new@north.example"))
                    .isEqualTo(new Outcome.Fresh(Optional.empty(), Optional.empty()));
            assertThat(of("CEDAR", "nine", "new@north.example"))
                    .isEqualTo(new Outcome.Fresh(Optional.of(cedar), Optional.of(nine)));
            assertThat(of("Larkin", "Science", "new@north.example"))
                    .isEqualTo(new Outcome.Fresh(Optional.of(larkin), Optional.of(otherScience)));
        }

        @Test
        void a_team_alone_says_the_school_as_well() {
            assertThat(of("", "Nine", "new@north.example"))
                    .isEqualTo(new Outcome.Fresh(Optional.of(cedar), Optional.of(nine)));
        }

        @Test
        void somebody_known_only_joins_a_team_they_are_not_in() {
            assertThat(of("", "", ana.email())).isEqualTo(new Outcome.Known(ana, Optional.empty()));
            assertThat(of("", "Nine", ana.email())).isEqualTo(new Outcome.Known(ana, Optional.empty()));
            assertThat(of("Cedar", "Science", ana.email())).isEqualTo(new Outcome.Known(ana, Optional.of(science)));
        }

        @Test
        void an_address_of_another_district_cannot_be_invited_and_nothing_else_is_said() {
            assertThat(of("", "Nine", sam.email())).isEqualTo(new Outcome.Elsewhere());
        }

        @Test
        void places_that_are_not_there_or_not_clear_are_faults() {
            assertThat(of("Ceder", "", "new@north.example"))
                    .isEqualTo(new Outcome.Faulty(List.of(Fault.SCHOOL_UNKNOWN)));
            assertThat(of("Larkin", "Nine", "new@north.example"))
                    .isEqualTo(new Outcome.Faulty(List.of(Fault.TEAM_UNKNOWN)));
            assertThat(of("", "Science", "new@north.example"))
                    .isEqualTo(new Outcome.Faulty(List.of(Fault.TEAM_UNCLEAR)));
        }

        private static Person person(DistrictId district, String email) {
            return new Person(new PersonId(UUID.randomUUID()), district, null, "Somebody", email, Locale.ENGLISH);
        }
    }
}
