package org.tessera.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Criterion;
import org.tessera.credential.SubmissionPart;
import org.tessera.submission.Acquaintances;
import org.tessera.submission.Platform;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionAnswer;
import org.tessera.submission.SubmissionChanged;
import org.tessera.submission.SubmissionEvent;
import org.tessera.submission.Submissions;

/** Opens a case for what was handed in, draws who does what on it, and carries its result back to the submission. */
@Component
class CaseOffice {

    private final CaseStore store;
    private final Panels panels;
    private final PanelStore members;
    private final Copies copies;
    private final Awarding awarding;
    private final Submissions submissions;
    private final Credentials credentials;
    private final Scales scales;
    private final Accounts accounts;
    private final Acquaintances acquaintances;
    private final ObjectProvider<Certification> certification;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;

    CaseOffice(
            CaseStore store,
            Panels panels,
            PanelStore members,
            Copies copies,
            Awarding awarding,
            Submissions submissions,
            Credentials credentials,
            Scales scales,
            Accounts accounts,
            Acquaintances acquaintances,
            ObjectProvider<Certification> certification,
            ApplicationEventPublisher news,
            InstantSource clock) {
        this.store = store;
        this.panels = panels;
        this.members = members;
        this.copies = copies;
        this.awarding = awarding;
        this.submissions = submissions;
        this.credentials = credentials;
        this.scales = scales;
        this.accounts = accounts;
        this.acquaintances = acquaintances;
        this.certification = certification;
        this.news = news;
        this.clock = clock;
    }

    /** That a case was opened; what is read of it is still to be made. */
    record Opened(CaseId id) {}

    @EventListener
    void on(SubmissionChanged changed) {
        boolean isOurs = changed.event() instanceof SubmissionEvent.HandedIn
                && changed.now().platform() == Platform.PANEL;
        if (isOurs) {
            accounts.person(changed.now().earner()).ifPresent(earner -> open(changed.now(), earner));
        }
    }

    private void open(Submission submission, Person earner) {
        Credential credential = credentials.find(submission.credential()).orElseThrow();
        Scheme scheme =
                panels.schemeOf(earner.district(), submission.credential().id());
        Map<String, Brief.Row> met = metBefore(submission);
        List<String> texts =
                credential.submission().stream().map(SubmissionPart::id).toList();
        List<Brief.Row> rows = credential.rubric().stream()
                .map(Criterion::id)
                .map(row -> met.containsKey(row)
                        ? Objects.requireNonNull(met.get(row))
                        : new Brief.Row(
                                row, scales.find(scheme.scaleOf(row, texts)).orElseThrow(), Optional.empty()))
                .toList();
        Brief brief = new Brief(
                submission.credential(),
                rows,
                scheme.isSecondScored(),
                scheme.isApproved(),
                now(),
                Noticing.of(submissions.noticed(submission.id())));
        KeptCase opened = new KeptCase(
                new Case(new CaseId(UUID.randomUUID()), brief, List.of()),
                submission.id(),
                submission.handedIn().size(),
                earner.district());
        if (store.open(opened)) {
            news.publishEvent(new Opened(opened.id()));
        }
    }

    /** What was met when the submission was scored last, on the scale it was met on: the district may have another by now. */
    private Map<String, Brief.Row> metBefore(Submission submission) {
        Set<String> open = submission.openRows().unmet();
        Map<String, Brief.Row> met = new HashMap<>();
        for (KeptCase before : store.of(submission.id())) {
            Brief brief = before.now().brief();
            before.now().findings().stream()
                    .filter(finding -> finding.isMet() && !open.contains(finding.row()))
                    .forEach(finding -> brief.row(finding.row())
                            .ifPresent(row ->
                                    met.put(row.id(), new Brief.Row(row.id(), row.scale(), Optional.of(finding)))));
        }
        return met;
    }

    /** Says what somebody wants to be done on a case as it is now. */
    @FunctionalInterface
    interface Asking {
        CaseCommand on(KeptCase kept, Task task);
    }

    /**
     * Does something on a case, for whoever holds a task on it. The case is locked before anything is read: what would be read
     * earlier in the transaction would be all it ever sees.
     */
    @Transactional
    CaseAnswer act(PersonId actor, CaseId id, Asking asking) {
        Optional<KeptCase> found = store.findToChange(id);
        Optional<Held> held = found.flatMap(_ -> holding(actor, id));
        if (found.isEmpty() || held.isEmpty()) {
            return refused(new CaseRefusal.Unknown());
        }
        Task task = held.get().task();
        CaseAnswer answer = settle(actor, found.get(), asking.on(found.get(), task));
        if (answer instanceof CaseAnswer.Done) {
            store.end(held.get().id(), Held.Ending.DONE, now());
            store.forgetChoices(id, task, actor);
            attend(id);
        }
        return answer;
    }

    /** The earner’s appeal; the caller has made sure that it is the earner. */
    @Transactional
    CaseAnswer appeal(PersonId earner, KeptCase about, CaseCommand.Appeal appeal) {
        Optional<KeptCase> found = store.findToChange(about.id());
        if (found.isEmpty()) {
            return refused(new CaseRefusal.Unknown());
        }
        boolean isHeld = found.get().now().decide(appeal, now()) instanceof CaseDecision.Happens;
        if (isHeld && !hasSomebodyFor(found.get(), Task.APPEAL)) {
            // it would only keep the earner from going on
            return refused(new CaseRefusal.NobodyToHear());
        }
        CaseAnswer answer = settle(earner, found.get(), appeal);
        if (answer instanceof CaseAnswer.Done) {
            attend(about.id());
        }
        return answer;
    }

    private CaseAnswer settle(PersonId actor, KeptCase before, CaseCommand command) {
        switch (before.now().decide(command, now())) {
            case CaseDecision.Refused(var why) -> {
                return refused(why);
            }
            case CaseDecision.Happens(var event) -> {
                if (!store.append(before.id(), before.now().history().size() + 1, event)) {
                    return refused(new CaseRefusal.Stale());
                }
                KeptCase after = before.after(event);
                tell(actor, before.now().stage(), after, event);
                store.settle(after.id(), after.now().stage().isOver() ? Optional.of(event.at()) : Optional.empty());
                return new CaseAnswer.Done();
            }
        }
    }

    /** What happened to the case happens to the submission, in the same transaction. */
    private void tell(PersonId actor, Stage was, KeptCase kept, CaseEvent event) {
        Case now = kept.now();
        switch (event) {
            case CaseEvent.FoundComplete _ -> must(submissions.accept(actor, kept.submission()));
            case CaseEvent.FoundIncomplete back -> {
                String why = back.missing().stream()
                        .map(Missing::words)
                        .map(String::strip)
                        .collect(Collectors.joining("\n"));
                must(submissions.sendBack(actor, kept.submission(), why));
                news.publishEvent(new CaseNews.Returned(now.id(), now.brief().credential(), earnerOf(kept)));
            }
            case CaseEvent.Appealed _ -> must(submissions.appeal(actor, kept.submission()));
            case CaseEvent.AppealHeard _ -> {
                must(submissions.hearAppeal(actor, kept.submission(), now.unmet()));
                decided(kept, true);
            }
            case CaseEvent.Scored _, CaseEvent.Adjudicated _, CaseEvent.Approved _
            when now.stage() == Stage.DECIDED && was != Stage.DECIDED -> {
                must(submissions.score(actor, kept.submission(), now.unmet()));
                decided(kept, false);
            }
            case CaseEvent.Scored _, CaseEvent.Adjudicated _, CaseEvent.Approved _, CaseEvent.PassedBack _ -> {}
        }
    }

    private void decided(KeptCase kept, boolean isAppeal) {
        boolean isEarned = kept.now().unmet().isEmpty();
        PersonId earner = earnerOf(kept);
        if (isEarned) {
            awarding.award(kept, earner, now());
        }
        news.publishEvent(new CaseNews.Decided(kept.id(), kept.now().brief().credential(), earner, isEarned, isAppeal));
    }

    private PersonId earnerOf(KeptCase kept) {
        return submissions.find(kept.submission()).map(Submission::earner).orElseThrow();
    }

    /** A case and its submission never part: if one cannot go on, neither does the other. */
    private static void must(SubmissionAnswer answer) {
        if (answer instanceof SubmissionAnswer.Refused(var why)) {
            throw new IllegalStateException("a case does not fit its submission: " + why);
        }
    }

    // ---- who does what ---------------------------------------------------------------------------------------------

    /** Takes back what has lapsed, and draws somebody for every task that nobody holds. Does nothing before there is a copy. */
    @Transactional
    void attend(CaseId id) {
        store.waitFor(id);
        // before anything is read, so that whoever was named before a task lapses is there to be drawn when it has
        Instant now = now();
        Optional<KeptCase> found = store.find(id).filter(_ -> copies.isThere(id));
        if (found.isEmpty()) {
            return;
        }
        KeptCase kept = found.get();
        Set<Task> open = kept.now().openTasks();
        for (Held held : store.heldOn(id)) {
            boolean isDue = held.isOpen() && !held.until().isAfter(now);
            if (isDue && store.end(held.id(), Held.Ending.LAPSED, now)) {
                news.publishEvent(
                        new CaseNews.Lapsed(id, kept.now().brief().credential(), held.task(), held.person(), now));
            }
        }
        Set<Task> taken =
                store.heldOn(id).stream().filter(Held::isOpen).map(Held::task).collect(Collectors.toSet());
        open.stream().filter(task -> !taken.contains(task)).sorted().forEach(task -> draw(kept, task, now));
    }

    private void draw(KeptCase kept, Task task, Instant now) {
        List<Candidate> panel = candidates(kept, now);
        boolean isCertifiedOnly = panels.schemeOf(
                        kept.district(), kept.now().brief().credential().id())
                .isCertifiedOnly();
        Optional<PersonId> drawn =
                again(kept, task, panel, isCertifiedOnly).or(() -> Lot.draw(panel, kept.id(), task, isCertifiedOnly));
        if (drawn.isEmpty()) {
            news.publishEvent(new CaseNews.Nobody(kept.id(), kept.now().brief().credential(), task, kept.district()));
            return;
        }
        BusinessDays calendar = panels.calendarOf(kept.district());
        Instant until = calendar.due(now, daysFor(task));
        store.hold(new Held(
                UUID.randomUUID(), kept.id(), task, drawn.get(), now, until, Optional.empty(), Optional.empty()));
        news.publishEvent(new CaseNews.Drawn(
                kept.id(), kept.now().brief().credential(), task, drawn.get(), now, until, calendar.zone()));
    }

    /** What comes back goes to who did it before, as long as they may still do it and let nothing lapse since. */
    private Optional<PersonId> again(KeptCase kept, Task task, List<Candidate> panel, boolean isCertifiedOnly) {
        return endedLast(kept.id(), task, _ -> true)
                .filter(CaseOffice::isDone)
                .map(Held::person)
                .filter(person -> panel.stream()
                        .anyMatch(one -> one.person().equals(person) && Lot.isEligible(one, task, isCertifiedOnly)));
    }

    /** Who has done a task on a case last: whose the ratings are that were given in it. */
    Optional<PersonId> didLast(CaseId id, Task task) {
        return endedLast(id, task, CaseOffice::isDone).map(Held::person);
    }

    private Optional<Held> endedLast(CaseId id, Task task, Predicate<Held> which) {
        return store.heldOn(id).stream()
                .filter(held -> held.task() == task && !held.isOpen())
                .filter(which)
                .max(Comparator.comparing(held -> held.ended().orElseThrow()));
    }

    private static boolean isDone(Held held) {
        return held.ending().filter(Held.Ending.DONE::equals).isPresent();
    }

    private List<Candidate> candidates(KeptCase kept, Instant now) {
        PersonId earner = earnerOf(kept);
        // who may know whose one submission is may know whose the next one is
        Set<PersonId> conflicts = store.conflicts(
                submissions.of(earner).stream().map(Submission::id).toList());
        Set<PersonId> close = acquaintances.of(earner);
        Map<PersonId, Integer> desks = store.desks();
        Map<PersonId, Instant> last = store.drawnLast();
        List<Held> here = store.heldOn(kept.id());
        List<Candidate> candidates = new ArrayList<>();
        members.members(kept.district()).forEach((person, may) -> {
            Set<Task> done = EnumSet.noneOf(Task.class);
            Set<Task> lapsed = new HashSet<>();
            for (Held held : here) {
                if (held.person().equals(person)) {
                    boolean isLapsed = held.ending()
                            .filter(ending -> ending == Held.Ending.LAPSED || ending == Held.Ending.GIVEN_BACK)
                            .isPresent();
                    (isLapsed ? lapsed : done).add(held.task());
                }
            }
            candidates.add(new Candidate(
                    person,
                    may,
                    close.contains(person),
                    conflicts.contains(person),
                    certification.stream()
                            .anyMatch(one -> one.holds(
                                    person, kept.now().brief().credential().id(), now)),
                    done,
                    lapsed,
                    desks.getOrDefault(person, 0),
                    Optional.ofNullable(last.get(person))));
        });
        return candidates;
    }

    /** Whether there is somebody who may do a task on a case. */
    @Transactional(readOnly = true)
    boolean hasSomebodyFor(KeptCase kept, Task task) {
        boolean isCertifiedOnly = panels.schemeOf(
                        kept.district(), kept.now().brief().credential().id())
                .isCertifiedOnly();
        return candidates(kept, now()).stream().anyMatch(one -> Lot.isEligible(one, task, isCertifiedOnly));
    }

    /** How many business days a task is held for somebody. */
    static int daysFor(Task task) {
        return switch (task) {
            case CHECK -> 1;
            // all of it together keeps to the five days a result should take
            case FIRST_SCORE, SECOND_SCORE -> 2;
            case ADJUDICATION, APPROVAL -> 1;
            case APPEAL -> 5;
        };
    }

    /** Gives a task back, or declares a conflict of interest; somebody else is drawn. */
    @Transactional
    CaseAnswer leave(PersonId actor, CaseId id, Held.Ending ending) {
        Optional<KeptCase> found = store.findToChange(id);
        Optional<Held> held = found.flatMap(_ -> holding(actor, id));
        if (held.isEmpty()) {
            return refused(new CaseRefusal.Unknown());
        }
        store.end(held.get().id(), ending, now());
        attend(id);
        return new CaseAnswer.Done();
    }

    /** What somebody holds on a case, if it has not lapsed. */
    Optional<Held> holding(PersonId person, CaseId id) {
        Instant now = now();
        return store.heldOn(id).stream()
                .filter(held -> held.isOpen()
                        && held.person().equals(person)
                        && held.until().isAfter(now))
                .findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static CaseAnswer refused(CaseRefusal why) {
        return new CaseAnswer.Refused(why);
    }
}
