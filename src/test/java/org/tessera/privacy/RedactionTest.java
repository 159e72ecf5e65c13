package org.tessera.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.material.Material;
import org.tessera.material.Materials;
import org.tessera.material.Page;
import org.tessera.support.AppTest;

/** The whole way of one file through the product itself: real processes, real engine, real files. */
@AppTest
@Timeout(180)
class RedactionTest {

    private static final Permission PARENTS = new Permission(Permission.Giver.PARENTS, Optional.empty());

    @Autowired
    Brought brought;

    @Autowired
    Clearances clearances;

    @Autowired
    Redaction redaction;

    @Autowired
    Searching searching;

    @Autowired
    NameLists nameLists;

    @Autowired
    Materials materials;

    private Brought.Teachers people;
    private Material work;
    private Subject subject;

    @BeforeEach
    void a_scan_with_a_student_of_the_teams_list() {
        people = brought.teachers();
        nameLists.add(people.ben(), people.team(), "Maya Rodriguez\nXiomara Quintanilla");
        work = brought.work(
                people.team(),
                people.ben(),
                "Maya_Rodriguez_water.png",
                new Sheet()
                        .in(Face.PRINT, 15)
                        .says("Name: ")
                        .names("Maya Rodriguez")
                        .line()
                        .says("How much water do we use?")
                        .png());
        subject = Subject.of(work.id());
    }

    @Test
    void what_can_be_read_is_found_covered_and_gone_and_the_work_is_cleared_by_a_second_person() throws Exception {
        searching.search(subject);
        Clearance found = clearance();
        assertThat(found.state()).isEqualTo(ClearanceState.FOUND);
        assertThat(found.findings())
                .extracting(Finding::trait, Finding::origin, Finding::isOpen)
                .contains(
                        org.assertj.core.api.Assertions.tuple(Trait.LISTED_NAME, Origin.FILE_NAME, false),
                        org.assertj.core.api.Assertions.tuple(Trait.LISTED_NAME, Origin.READING, true));
        byte[] before = page();
        found.open().forEach(one -> done(new ClearanceCommand.Cover(one.number())));
        done(new ClearanceCommand.Permit(PARENTS));

        assertThat(redaction.burnIn(people.ben(), subject)).isInstanceOf(ClearanceAnswer.Done.class);
        assertThat(page()).isNotEqualTo(before);
        assertThat(clearances.isCleared(subject)).isFalse();
        assertThat(redaction.original(people.ben(), subject, 1).map(Page::png)).contains(before);
        assertThat(redaction.original(people.ana(), subject, 1)).isEmpty();
        assertThat(redaction.original(people.stranger(), subject, 1)).isEmpty();

        clearances.act(people.ana(), subject, new ClearanceCommand.Look(1));
        assertThat(redaction.confirm(people.ana(), subject)).isInstanceOf(ClearanceAnswer.Done.class);
        assertThat(clearances.isCleared(subject)).isTrue();
        assertThat(redaction.original(people.ben(), subject, 1)).isEmpty();
    }

    @Test
    void nothing_is_burned_in_while_a_listed_name_can_still_be_read() throws Exception {
        searching.search(subject);
        byte[] before = page();
        Place beside = new Place(1, 0.05, 0.8, 0.1, 0.1);
        // what stands in the list cannot be dismissed; here it is as if the first search had not seen it
        Finding seen = clearance().open().getFirst();
        clearances.store(
                clearance(),
                Optional.empty(),
                new ClearanceDecision.Happens(without(clearance(), seen), Deed.SEARCHED));
        done(new ClearanceCommand.Permit(PARENTS));
        done(new ClearanceCommand.Mark(beside));

        assertThat(redaction.burnIn(people.ben(), subject))
                .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.STILL_LEGIBLE));
        assertThat(page()).isEqualTo(before);
        assertThat(clearance().open()).extracting(Finding::trait).containsExactly(Trait.LISTED_NAME);
    }

    @Test
    void what_is_reported_is_shown_to_nobody_but_its_owner() {
        assertThat(materials.page(work.id(), 1)).isPresent();
        clearances.report(people.ana(), subject, Alarm.NAME_SEEN);
        assertThat(materials.page(work.id(), 1)).isEmpty();
        assertThat(redaction.page(people.ben(), subject, 1)).isPresent();
        assertThat(redaction.page(people.ana(), subject, 1)).isEmpty();
        assertThat(redaction.page(people.stranger(), subject, 1)).isEmpty();
    }

    @Test
    void of_what_is_removed_only_the_trail_is_left() {
        materials.remove(work.id());
        assertThat(clearances.find(subject, people.ben())).isEmpty();
        assertThat(clearances.isCleared(subject)).isFalse();
    }

    @Test
    void a_teams_list_is_kept_sealed_and_deleted() {
        assertThat(nameLists.count(people.team())).isEqualTo(2);
        assertThat(nameLists.add(people.stranger(), people.team(), "Somebody Else"))
                .isZero();
        assertThat(nameLists.count(people.team())).isEqualTo(2);
        nameLists.clear(people.ben(), people.team());
        assertThat(nameLists.count(people.team())).isZero();
    }

    private Clearance clearance() {
        return clearances.find(subject, people.ben()).orElseThrow();
    }

    private byte[] page() {
        return materials.page(work.id(), 1).orElseThrow().png();
    }

    private void done(ClearanceCommand command) {
        assertThat(clearances.act(people.ben(), subject, command)).isInstanceOf(ClearanceAnswer.Done.class);
    }

    private static Clearance without(Clearance clearance, Finding finding) {
        List<Finding> rest = clearance.findings().stream()
                .filter(one -> !one.equals(finding))
                .toList();
        return new Clearance(
                clearance.subject(),
                clearance.team(),
                clearance.owner(),
                clearance.pages(),
                clearance.state(),
                clearance.searched(),
                clearance.held(),
                rest,
                clearance.permission(),
                clearance.asked(),
                clearance.seenBy(),
                clearance.seen(),
                clearance.version());
    }
}
