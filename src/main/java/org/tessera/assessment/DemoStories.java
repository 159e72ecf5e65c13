package org.tessera.assessment;

import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tessera.account.DemoDistrict;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifacts;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.badge.ShowAnswer;
import org.tessera.clock.BackThen;
import org.tessera.credential.CredentialId;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.Exhibits;
import org.tessera.submission.Attestation;
import org.tessera.submission.EvidenceLinks;
import org.tessera.submission.LinkAnswer;
import org.tessera.submission.LinkDraft;
import org.tessera.submission.Piece;
import org.tessera.submission.Platform;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionAnswer;
import org.tessera.submission.Submissions;
import org.tessera.writing.SaveAnswer;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/** Takes a submission of the demo step by step through the panel. A refusal is a mistake in what is told, and fails. */
@Component
@ConditionalOnBooleanProperty("tessera.demo")
class DemoStories {

    private static final Period SHOWN_FOR = Period.ofDays(365);

    private final CaseStore store;
    private final CaseOffice office;
    private final Copies copies;
    private final Desk desk;
    private final Submissions submissions;
    private final EvidenceLinks links;
    private final Artifacts artifacts;
    private final Exhibits exhibits;
    private final Writings writings;
    private final Badges badges;
    private final InstantSource clock;

    DemoStories(
            CaseStore store,
            CaseOffice office,
            Copies copies,
            Desk desk,
            Submissions submissions,
            EvidenceLinks links,
            Artifacts artifacts,
            Exhibits exhibits,
            Writings writings,
            Badges badges,
            InstantSource clock) {
        this.store = store;
        this.office = office;
        this.copies = copies;
        this.desk = desk;
        this.submissions = submissions;
        this.links = links;
        this.artifacts = artifacts;
        this.exhibits = exhibits;
        this.writings = writings;
        this.badges = badges;
        this.clock = clock;
    }

    /**
     * Tells all of it, in the caller’s transaction: nobody looks after a case that is still being told.
     *
     * @param ago how long ago something happened
     * @return the case it led to
     */
    CaseId tell(DemoDistrict demo, DemoTold told, DemoTold.Story story, Function<DemoTold.Moment, Duration> ago) {
        PersonId earner = demo.person(story.earner()).id();
        CredentialId credential = new CredentialId(story.credential());
        BackThen.run(ago.apply(story.begun()), () -> prepare(demo, told, story, earner));
        story.then()
                .forEach(act -> BackThen.run(ago.apply(act.moment()), () -> {
                    switch (act.does()) {
                        case HAND_IN -> handIn(earner, credential);
                        case SHOW -> show(earner);
                        case PASS_ON, RATE, APPROVE -> assess(caseOf(earner, credential), act);
                    }
                }));
        return caseOf(earner, credential);
    }

    private void prepare(DemoDistrict demo, DemoTold told, DemoTold.Story story, PersonId earner) {
        Submission submission = done(submissions.begin(earner, new CredentialId(story.credential()), Platform.PANEL));
        Map<String, Piece> kept = new HashMap<>();
        for (String name : story.records()) {
            DemoTold.Kept record = Objects.requireNonNull(told.records().get(name), name);
            kept.put(
                    name,
                    switch (exhibits.record(earner, demo.team().id(), record.paper())) {
                        case ExhibitAnswer.Kept(var exhibit) -> Piece.of(exhibit.id());
                        case ExhibitAnswer no -> throw refused(no);
                    });
        }
        story.texts()
                .forEach((part, text) ->
                        saved(writings.replace(earner, new WritingPlace(submission.credential(), part), text)));
        for (DemoTold.Shown shown : story.evidence()) {
            Piece piece = shown.record() == null
                    ? left(earner, Objects.requireNonNull(shown.yield()))
                    : Objects.requireNonNull(kept.get(shown.record()), shown.record());
            LinkAnswer answer =
                    links.link(earner, new LinkDraft(piece, submission.credential(), shown.row(), shown.says()));
            if (!(answer instanceof LinkAnswer.Linked)) {
                throw refused(answer);
            }
        }
    }

    private Piece left(PersonId earner, String yield) {
        return artifacts.readableBy(earner).stream()
                .filter(artifact -> artifact.yield().equals(yield))
                .findFirst()
                .map(artifact -> Piece.of(artifact.id()))
                .orElseThrow(() -> new IllegalStateException("no meeting of the demo left " + yield));
    }

    private void handIn(PersonId earner, CredentialId credential) {
        Submission begun = submissions.find(earner, credential).orElseThrow();
        done(submissions.handIn(earner, begun.id(), begun.history().size(), EnumSet.allOf(Attestation.class)));
        CaseId opened = caseOf(earner, credential);
        copies.make(opened);
        office.attend(opened);
    }

    private CaseId caseOf(PersonId earner, CredentialId credential) {
        return store.of(submissions.find(earner, credential).orElseThrow().id())
                .getLast()
                .id();
    }

    private void assess(CaseId id, DemoTold.Act act) {
        Task task = Objects.requireNonNull(act.task());
        PersonId assessor = store.heldOn(id).stream()
                .filter(held -> held.isOpen() && held.task() == task)
                .map(Held::person)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody of the demo was drawn for " + task));
        CaseAnswer answer =
                switch (act.does()) {
                    case PASS_ON -> desk.passOn(assessor, id);
                    case APPROVE -> desk.approve(assessor, id);
                    case RATE -> rate(assessor, id, task, act.given());
                    case HAND_IN, SHOW -> throw new IllegalArgumentException("no task: " + act.does());
                };
        if (!(answer instanceof CaseAnswer.Done)) {
            throw refused(answer);
        }
    }

    private CaseAnswer rate(PersonId assessor, CaseId id, Task task, Map<String, DemoTold.Given> rows) {
        Case now = store.find(id).orElseThrow().now();
        List<Brief.Row> asked = now.rowsOf(task);
        for (int i = 0; i < asked.size(); i++) {
            String row = asked.get(i).id();
            DemoTold.Given given = Objects.requireNonNull(rows.get(row), row);
            desk.choose(assessor, id, row, given.level());
            WritingPlace place = new CaseText(id, task, i).place(now.brief().credential());
            saved(writings.replace(assessor, place, given.says()));
        }
        return desk.rate(assessor, id);
    }

    private void show(PersonId earner) {
        Badge badge = badges.of(earner).getFirst();
        ShowAnswer answer = badges.show(
                badge.id(),
                earner,
                true,
                clock.instant().atZone(ZoneOffset.UTC).plus(SHOWN_FOR).toInstant());
        if (answer != ShowAnswer.SHOWN) {
            throw refused(answer);
        }
    }

    private static Submission done(SubmissionAnswer answer) {
        return switch (answer) {
            case SubmissionAnswer.Done(var now) -> now;
            case SubmissionAnswer.Refused no -> throw refused(no);
        };
    }

    static void saved(SaveAnswer answer) {
        if (!(answer instanceof SaveAnswer.Saved)) {
            throw refused(answer);
        }
    }

    private static IllegalStateException refused(Object answer) {
        return new IllegalStateException("the demo’s submission is refused: " + answer);
    }
}
