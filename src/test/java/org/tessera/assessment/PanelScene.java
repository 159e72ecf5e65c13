package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Languages;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.clock.HandClock;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.submission.HandIn;
import org.tessera.submission.HandIns;
import org.tessera.submission.Platform;
import org.tessera.submission.Status;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionAnswer;
import org.tessera.submission.SubmissionId;
import org.tessera.submission.Submissions;
import org.tessera.submission.WrittenAnswer;
import org.tessera.writing.SaveAnswer;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/** A district with an officer, an earner and a panel, and a submission on its way through it. */
final class PanelScene {

    static final CredentialId BUILDING = new CredentialId("building-a-pa-learning-community");
    static final String OVERVIEW = "rubric-overview";
    static final String EVIDENCE = "rubric-evidence";
    static final String REFLECTION = "rubric-reflection";
    static final Map<String, String> ALL_MET =
            Map.of(OVERVIEW, "passing", EVIDENCE, "demonstrated", REFLECTION, "passing");

    final ApplicationContext application;
    final Accounts accounts;
    final Panels panels;
    final CaseStore store;
    final CaseOffice office;
    final Desk desk;
    final Assessments assessments;
    final Submissions submissions;
    final Writings writings;
    final HandClock clock;
    final DistrictId district;
    final PersonId officer;
    final PersonId ana;

    PanelScene(ApplicationContext application) {
        this.application = application;
        accounts = application.getBean(Accounts.class);
        panels = application.getBean(Panels.class);
        store = application.getBean(CaseStore.class);
        office = application.getBean(CaseOffice.class);
        desk = application.getBean(Desk.class);
        assessments = application.getBean(Assessments.class);
        submissions = application.getBean(Submissions.class);
        writings = application.getBean(Writings.class);
        clock = application.getBean(HandClock.class);
        district = accounts.addDistrict("Wexmoor County Schools");
        officer = person("Olu Officer");
        application.getBean(Officers.class).install(district, officer);
        ana = person("Anabel Ortiz");
    }

    PersonId person(String name) {
        return person(district, name);
    }

    PersonId person(DistrictId where, String name) {
        return person(where, name, Locale.ENGLISH);
    }

    PersonId person(DistrictId where, String name, Locale language) {
        return accounts.addPerson(new PersonDraft(
                where, null, name, UUID.randomUUID() + "@panel.example", language, "correct horse battery"));
    }

    /** Somebody new on the panel, named by the officer. */
    PersonId member(String name, Task... tasks) {
        return named(person(name), tasks);
    }

    /** The officer names somebody of the district. */
    PersonId named(PersonId member, Task... tasks) {
        assertThat(panels.name(officer, member, EnumSet.copyOf(Arrays.asList(tasks))))
                .isTrue();
        return member;
    }

    /** So many members for every task. */
    List<PersonId> members(int number) {
        List<PersonId> members = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            members.add(member("Member " + i, Task.values()));
        }
        return members;
    }

    void assessBy(boolean isSecondScored, boolean isApproved) {
        assertThat(panels.assessBy(
                        officer,
                        new Scheme(BUILDING, isSecondScored, isApproved, false, Scales.PASSING, Scales.DEMONSTRATED)))
                .isTrue();
    }

    CredentialRef credential() {
        return application
                .getBean(Credentials.class)
                .current(BUILDING)
                .orElseThrow()
                .ref();
    }

    /** The clock's time, with the digits that are stored. */
    Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    // ---- the earner ------------------------------------------------------------------------------------------------

    /** Ana hands in to the panel; what assessors read of it is there, and whoever comes first has been drawn. */
    CaseId handIn() {
        return handIn(ana);
    }

    CaseId handIn(PersonId earner) {
        return opened(() -> HandIns.told(application, earner, credential(), Platform.PANEL, what(), now()));
    }

    CaseId handInAgain() {
        SubmissionId id = submission().id();
        return opened(() -> HandIns.toldAgain(application, id, what(), now()));
    }

    private CaseId opened(Supplier<Submission> handing) {
        CaseId opened = Objects.requireNonNull(
                application.getBean(TransactionOperations.class).execute(_ -> {
                    CaseId id = store.of(handing.get().id()).getLast().id();
                    copy(id);
                    return id;
                }));
        office.attend(opened);
        return opened;
    }

    private void copy(CaseId id) {
        CopyStore copies = application.getBean(CopyStore.class);
        Languages.ALL.forEach(language -> copies.keep(id, language.getLanguage(), """
                {"answers":[],"collaboration":[],"changes":[],"context":[],"references":[],"evidence":[],"replays":[],\
                "pictures":[],"manifestSha256":""}"""));
        copies.keepPictures(id, List.of("a picture".getBytes(StandardCharsets.UTF_8)));
        copies.keepManifest(
                id, HexFormat.of().formatHex((id.toString().substring(0, 32)).getBytes(StandardCharsets.UTF_8)));
    }

    private static HandIn what() {
        return new HandIn(
                List.of(
                        new WrittenAnswer("overview", "I teach science."),
                        new WrittenAnswer("reflection", "I learned.")),
                "",
                List.of(),
                List.of());
    }

    Submission submission() {
        return submissions.find(ana, BUILDING).orElseThrow();
    }

    void tryAgain() {
        assertThat(submissions.tryAgain(ana, submission().id())).isInstanceOf(SubmissionAnswer.Done.class);
    }

    Assessments.Report report() {
        return assessments.report(ana, BUILDING).orElseThrow();
    }

    /** What the earner learns of the hand-in made last. */
    Assessments.Hearing hearing() {
        return report().hearings().getFirst();
    }

    CaseAnswer appeal(int handIn, String why, String... rows) {
        writings.replace(ana, new WritingPlace(credential(), "appeal." + handIn), why);
        return assessments.appeal(ana, BUILDING, handIn, Set.of(rows));
    }

    // ---- assessors -------------------------------------------------------------------------------------------------

    Case now(CaseId id) {
        return store.find(id).orElseThrow().now();
    }

    /** Who has a task on the desk. */
    Optional<PersonId> drawn(CaseId id, Task task) {
        List<PersonId> holders = store.heldOn(id).stream()
                .filter(held -> held.isOpen() && held.task() == task)
                .map(Held::person)
                .toList();
        assertThat(holders).hasSizeLessThanOrEqualTo(1);
        return holders.stream().findFirst();
    }

    PersonId holder(CaseId id, Task task) {
        return drawn(id, task).orElseThrow(() -> new AssertionError("nobody was drawn for " + task));
    }

    Optional<Desk.Sheet> sheet(PersonId assessor, CaseId id) {
        return desk.sheet(new SignedIn(assessor, accounts.nameOf(assessor), false, null, Locale.ENGLISH), id);
    }

    SaveAnswer write(PersonId assessor, CaseId id, Task task, int number, String text) {
        return writings.replace(assessor, place(id, task, number), text);
    }

    WritingPlace place(CaseId id, Task task, int number) {
        return new CaseText(id, task, number).place(credential());
    }

    void passOn(CaseId id) {
        done(desk.passOn(holder(id, Task.CHECK), id));
    }

    /** Whoever has the task gives levels, with words about every row that say in which task they were written. */
    PersonId rate(CaseId id, Task task, Map<String, String> levels) {
        PersonId assessor = holder(id, task);
        fill(assessor, id, task, levels);
        done(desk.rate(assessor, id));
        return assessor;
    }

    /** Ana hands in and is rated; all but the evidence is met. */
    CaseId unmet() {
        CaseId id = handIn();
        passOn(id);
        rate(id, Task.FIRST_SCORE, levels("passing", "progressing", "passing"));
        assertThat(submission().status()).isEqualTo(Status.NOT_YET_EARNED);
        return id;
    }

    void fill(PersonId assessor, CaseId id, Task task, Map<String, String> levels) {
        List<Desk.Place> places = sheet(assessor, id).orElseThrow().places();
        for (int i = 0; i < places.size(); i++) {
            String row = places.get(i).id();
            desk.choose(assessor, id, row, levels.getOrDefault(row, ""));
            assertThat(write(assessor, id, task, i, words(task, row))).isInstanceOf(SaveAnswer.Saved.class);
        }
    }

    static String words(Task task, String row) {
        return task.word() + " says of " + row + " where it is shown.";
    }

    static void done(CaseAnswer answer) {
        assertThat(answer).isEqualTo(new CaseAnswer.Done());
    }

    static void refused(CaseAnswer answer, CaseRefusal why) {
        assertThat(answer).isEqualTo(new CaseAnswer.Refused(why));
    }

    static Map<String, String> levels(String overview, String evidence, String reflection) {
        return Map.of(OVERVIEW, overview, EVIDENCE, evidence, REFLECTION, reflection);
    }
}
