package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.submission.Platform;
import org.tessera.support.AppTest;

/** How officers set up the panel of their district, and of no other. */
@AppTest
@ActiveProfiles("test")
class PanelsTest {

    private static final Set<Task> BOTH_GATES = EnumSet.of(Task.CHECK, Task.FIRST_SCORE);
    private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);

    @Autowired
    ApplicationContext application;

    private PanelScene scene;
    private PanelScene elsewhere;
    private Panels panels;

    @BeforeEach
    void districts() {
        scene = new PanelScene(application);
        elsewhere = new PanelScene(application);
        panels = scene.panels;
    }

    @Test
    void an_officer_names_members_and_says_what_they_do() {
        PersonId zoe = scene.member("Zoe", Task.CHECK);
        PersonId abe = scene.member("Abe", Task.CHECK, Task.APPEAL);
        assertThat(panels.members(scene.officer))
                .extracting(member -> member.person().name(), Panels.Member::tasks, Panels.Member::open)
                .containsExactly(
                        tuple("Abe", EnumSet.of(Task.CHECK, Task.APPEAL), 0), tuple("Zoe", EnumSet.of(Task.CHECK), 0));
        assertThat(panels.isMember(zoe)).isTrue();
        assertThat(panels.others(scene.officer))
                .extracting(Person::id)
                .contains(scene.ana, scene.officer)
                .doesNotContain(zoe, abe);

        panels.name(scene.officer, zoe, EnumSet.allOf(Task.class));
        assertThat(panels.members(scene.officer).getLast().tasks()).containsExactlyInAnyOrder(Task.values());
        panels.name(scene.officer, zoe, Set.of());
        assertThat(panels.isMember(zoe)).isFalse();
    }

    @Test
    void an_officer_of_another_district_sees_and_changes_nothing() {
        PersonId zoe = scene.member("Zoe", Task.CHECK);
        assertThat(panels.members(elsewhere.officer)).isEmpty();
        assertThat(panels.others(elsewhere.officer)).extracting(Person::id).doesNotContain(zoe, scene.ana);
        assertThat(panels.name(elsewhere.officer, zoe, Set.of())).isFalse();
        assertThat(panels.name(elsewhere.officer, scene.ana, BOTH_GATES)).isFalse();
        assertThat(panels.isMember(zoe)).isTrue();
        assertThat(panels.isMember(scene.ana)).isFalse();

        scene.assessBy(true, true);
        panels.setZone(scene.officer, ZoneId.of("America/Denver"));
        panels.close(scene.officer, THANKSGIVING, "Thanksgiving");
        elsewhere.assessBy(false, false);
        panels.setZone(elsewhere.officer, ZoneId.of("Europe/Madrid"));
        panels.open(elsewhere.officer, THANKSGIVING);
        panels.close(elsewhere.officer, THANKSGIVING.plusDays(1), "Elsewhere");
        assertThat(panels.scheme(scene.officer, PanelScene.BUILDING)
                        .orElseThrow()
                        .isSecondScored())
                .isTrue();
        assertThat(panels.scheme(elsewhere.officer, PanelScene.BUILDING)
                        .orElseThrow()
                        .isSecondScored())
                .isFalse();
        assertThat(panels.zone(scene.officer)).contains(ZoneId.of("America/Denver"));
        assertThat(panels.closedDays(scene.officer)).containsOnlyKeys(THANKSGIVING);
        assertThat(panels.closedDays(elsewhere.officer)).containsOnlyKeys(THANKSGIVING.plusDays(1));
    }

    @Test
    void who_is_no_officer_sees_and_changes_nothing_even_as_a_member() {
        PersonId zoe = scene.member("Zoe", Task.values());
        assertThat(panels.isOfficer(zoe)).isFalse();
        assertThat(panels.members(zoe)).isEmpty();
        assertThat(panels.others(zoe)).isEmpty();
        assertThat(panels.name(zoe, scene.ana, BOTH_GATES)).isFalse();
        assertThat(panels.assessBy(zoe, Scheme.usual(PanelScene.BUILDING))).isFalse();
        assertThat(panels.scheme(zoe, PanelScene.BUILDING)).isEmpty();
        assertThat(panels.zone(zoe)).isEmpty();
        panels.setZone(zoe, ZoneId.of("Europe/Madrid"));
        assertThat(panels.zone(scene.officer)).contains(Panels.USUAL_ZONE);
        assertThat(panels.close(zoe, THANKSGIVING, "Thanksgiving")).isFalse();
        assertThat(panels.closedDays(zoe)).isEmpty();
        assertThat(panels.closedDays(scene.officer)).isEmpty();
    }

    @Test
    void a_scheme_is_of_scales_and_credentials_that_there_are() {
        assertThat(panels.scheme(scene.officer, PanelScene.BUILDING)).contains(Scheme.usual(PanelScene.BUILDING));
        assertThat(panels.assessBy(
                        scene.officer, new Scheme(PanelScene.BUILDING, false, false, false, "unknown", "passing")))
                .isFalse();
        assertThat(panels.assessBy(
                        scene.officer, new Scheme(PanelScene.BUILDING, false, false, false, "passing", "unknown")))
                .isFalse();
        assertThat(panels.assessBy(scene.officer, Scheme.usual(new CredentialId("unknown"))))
                .isFalse();
        Scheme own = new Scheme(PanelScene.BUILDING, true, false, true, "one-point", "one-point");
        assertThat(panels.assessBy(scene.officer, own)).isTrue();
        assertThat(panels.scheme(scene.officer, PanelScene.BUILDING)).contains(own);
    }

    @Test
    void a_scheme_holds_from_the_next_case_on() {
        scene.members(5);
        CaseId before = scene.handIn();
        panels.assessBy(scene.officer, new Scheme(PanelScene.BUILDING, true, true, false, "one-point", "demonstrated"));
        assertThat(scene.now(before).brief().isSecondScored()).isFalse();
        CaseId after = scene.handIn(scene.person("Ben"));
        Brief brief = scene.now(after).brief();
        assertThat(brief.isSecondScored()).isTrue();
        assertThat(brief.isApproved()).isTrue();
        assertThat(brief.rows())
                .extracting(Brief.Row::id, row -> row.scale().id())
                .containsExactly(
                        tuple(PanelScene.OVERVIEW, "one-point"),
                        tuple(PanelScene.EVIDENCE, "demonstrated"),
                        tuple(PanelScene.REFLECTION, "one-point"));
    }

    @Test
    void closed_days_and_the_clock_move_what_is_due() {
        Instant wednesday = LocalDate.of(2026, 11, 25)
                .atTime(LocalTime.NOON)
                .atZone(Panels.USUAL_ZONE)
                .toInstant();
        assertThat(panels.calendarOf(scene.district).due(wednesday, 1))
                .isEqualTo(Instant.parse("2026-11-27T05:00:00Z"));
        assertThat(panels.close(scene.officer, THANKSGIVING, " Thanksgiving ")).isTrue();
        assertThat(panels.closedDays(scene.officer)).containsEntry(THANKSGIVING, "Thanksgiving");
        panels.setZone(scene.officer, ZoneId.of("America/Denver"));
        assertThat(panels.calendarOf(scene.district).due(wednesday, 1))
                .isEqualTo(Instant.parse("2026-11-28T07:00:00Z"));
        panels.open(scene.officer, THANKSGIVING);
        assertThat(panels.calendarOf(scene.district).due(wednesday, 1))
                .isEqualTo(Instant.parse("2026-11-27T07:00:00Z"));
        assertThat(panels.close(scene.officer, THANKSGIVING, "x".repeat(121))).isFalse();
    }

    @Test
    void a_district_assesses_what_its_panel_can_do_without_the_earner() {
        assertThat(assesses()).isFalse();
        PersonId zoe = scene.member("Zoe", Task.CHECK);
        assertThat(assesses()).isFalse();
        panels.name(scene.officer, scene.ana, Set.of(Task.FIRST_SCORE));
        assertThat(assesses()).isFalse();
        panels.name(scene.officer, zoe, BOTH_GATES);
        assertThat(assesses()).isTrue();
        assertThat(scene.submissions.platformsFor(scene.ana, PanelScene.BUILDING))
                .startsWith(Platform.PANEL)
                .contains(Platform.BLOOMBOARD);
        assertThat(scene.submissions.platformsFor(elsewhere.ana, PanelScene.BUILDING))
                .isNotEmpty()
                .doesNotContain(Platform.PANEL);
        assertThat(panels.assesses(scene.ana, new CredentialId("unknown"))).isFalse();
    }

    @Test
    void a_district_needs_somebody_of_their_own_for_each_look_that_is_to_be_ones_own() {
        scene.assessBy(true, true);
        scene.member("One", Task.values());
        scene.member("Two", Task.values());
        scene.member("Three", Task.values());
        assertThat(assesses()).isFalse();
        scene.member("Four", Task.CHECK);
        assertThat(assesses()).isFalse();
        scene.member("Five", Task.APPROVAL);
        assertThat(assesses()).isTrue();
    }

    @Test
    void a_district_finds_who_does_what_where_only_one_way_fits() {
        scene.assessBy(true, false);
        scene.member("One", Task.CHECK, Task.FIRST_SCORE, Task.SECOND_SCORE, Task.ADJUDICATION);
        scene.member("Two", Task.FIRST_SCORE, Task.SECOND_SCORE);
        scene.member("Three", Task.FIRST_SCORE);
        assertThat(assesses()).isTrue();
    }

    @Test
    void a_district_does_not_count_on_who_is_in_a_team_with_the_earner() {
        PersonId zoe = scene.member("Zoe", Task.values());
        assertThat(assesses()).isTrue();
        var team = scene.accounts.addTeam(scene.accounts.addSchool(scene.district, "High"), "Grade 9");
        scene.accounts.join(team, scene.ana);
        scene.accounts.join(team, zoe);
        assertThat(assesses()).isFalse();
    }

    private boolean assesses() {
        return panels.assesses(scene.ana, PanelScene.BUILDING);
    }
}
