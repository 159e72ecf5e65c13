package org.tessera.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialRef;

/**
 * What one person hands in for one exact version of a credential: its rulebook, and everything that happened to it. What
 * was handed in once never changes.
 *
 * @param history in order; also counts the changes, for optimistic locking
 */
public record Submission(SubmissionId id, PersonId earner, CredentialRef credential, List<SubmissionEvent> history) {

    /** After so many attempts that were not yet earned coach and earner talk before each further one. */
    public static final int ATTEMPTS_ALONE = 3;

    public Submission {
        history = List.copyOf(history);
    }

    /** Whether {@code actor} may do it now, and what then happens. */
    SubmissionDecision decide(SubmissionCommand command, PersonId actor, Instant at) {
        boolean isEarner = actor.equals(earner);
        return switch (command) {
            case SubmissionCommand.Begin _ when !isEarner -> refuse(new SubmissionRefusal.NotYours());
            case SubmissionCommand.Begin _ when status() != Status.NOT_STARTED -> wrongStatus();
            case SubmissionCommand.Begin(var platform) -> happens(new SubmissionEvent.Begun(platform, at));

            case SubmissionCommand.HandOver _ when !isEarner -> refuse(new SubmissionRefusal.NotYours());
            case SubmissionCommand.HandOver _ when !status().isOpen() -> wrongStatus();
            case SubmissionCommand.HandOver over -> handOver(over, at);

            case SubmissionCommand.SendBack _ when status() != Status.SUBMITTED -> wrongStatus();
            case SubmissionCommand.SendBack(var why) when why.isBlank() -> refuse(new SubmissionRefusal.Unreadable());
            case SubmissionCommand.SendBack(var why) -> happens(new SubmissionEvent.SentBack(why.strip(), at));

            case SubmissionCommand.Accept _ when status() != Status.SUBMITTED -> wrongStatus();
            case SubmissionCommand.Accept _ -> happens(new SubmissionEvent.Accepted(at));

            case SubmissionCommand.Score _ when status() != Status.PASSED -> wrongStatus();
            case SubmissionCommand.Score(var unmet) -> happens(new SubmissionEvent.Scored(unmet, at));

            case SubmissionCommand.TryAgain _ when !isEarner -> refuse(new SubmissionRefusal.NotYours());
            case SubmissionCommand.TryAgain _ when status() != Status.NOT_YET_EARNED -> wrongStatus();
            case SubmissionCommand.TryAgain _ when hasOpenAppeal() -> refuse(new SubmissionRefusal.AppealOpen());
            case SubmissionCommand.TryAgain _
            when needsTalk() -> refuse(new SubmissionRefusal.TalkFirst(notYetEarned()));
            case SubmissionCommand.TryAgain _ -> happens(new SubmissionEvent.Reopened(at));

            case SubmissionCommand.Appeal _ when !isEarner -> refuse(new SubmissionRefusal.NotYours());
            case SubmissionCommand.Appeal _ when status() != Status.NOT_YET_EARNED -> wrongStatus();
            case SubmissionCommand.Appeal _ when hasOpenAppeal() -> refuse(new SubmissionRefusal.AppealOpen());
            case SubmissionCommand.Appeal _ -> happens(new SubmissionEvent.Appealed(at));

            case SubmissionCommand.HearAppeal _ when !hasOpenAppeal() -> wrongStatus();
            case SubmissionCommand.HearAppeal(var unmet) -> happens(new SubmissionEvent.AppealHeard(unmet, at));

            case SubmissionCommand.NoteTalk _ when isEarner -> refuse(new SubmissionRefusal.OwnCoach());
            case SubmissionCommand.NoteTalk _ when status() == Status.NOT_STARTED -> wrongStatus();
            case SubmissionCommand.NoteTalk(var about)
            when about.isBlank() -> refuse(new SubmissionRefusal.Unreadable());
            case SubmissionCommand.NoteTalk(var about) -> happens(new SubmissionEvent.Talked(actor, about.strip(), at));
        };
    }

    private SubmissionDecision handOver(SubmissionCommand.HandOver over, Instant at) {
        Set<Attestation> missing = EnumSet.allOf(Attestation.class);
        missing.removeAll(over.attested());
        Optional<HandIn> before = lastHandIn();
        boolean isFurther = attempt() > 1;
        if (!missing.isEmpty()) {
            return refuse(new SubmissionRefusal.Unattested(missing));
        }
        if (over.openGaps() > 0) {
            return refuse(new SubmissionRefusal.WouldComeBack(over.openGaps()));
        }
        if (isFurther && over.changes().isBlank()) {
            return refuse(new SubmissionRefusal.ChangesUnsaid());
        }
        if (isFurther
                && over.context().isBlank()
                && before.filter(last -> hasOtherMeetings(last, over.what())).isPresent()) {
            return refuse(new SubmissionRefusal.ContextUnsaid());
        }
        Optional<String> closed = before.flatMap(last -> closedRow(last, over.what()));
        if (closed.isPresent()) {
            return refuse(new SubmissionRefusal.ClosedRow(closed.get()));
        }
        return happens(new SubmissionEvent.HandedIn(
                attempt(),
                over.what(),
                over.attested(),
                over.changes().strip(),
                over.context().strip(),
                at));
    }

    private static boolean hasOtherMeetings(HandIn before, HandIn now) {
        return !before.rooms().containsAll(now.rooms());
    }

    /** The first row that has changed although it was met. */
    private Optional<String> closedRow(HandIn before, HandIn now) {
        HandIn lawful = now.keeping(before, openRows());
        for (WrittenAnswer answer : now.answers()) {
            if (!lawful.answers().contains(answer)) {
                return Optional.of(answer.part());
            }
        }
        return now.evidence().equals(lawful.evidence())
                ? Optional.empty()
                : java.util.stream.Stream.concat(now.evidence().stream(), lawful.evidence().stream())
                        .filter(piece -> !now.evidence().contains(piece)
                                || !lawful.evidence().contains(piece))
                        .map(FrozenEvidence::criterion)
                        .findFirst();
    }

    /** The submission after something has happened to it. */
    Submission after(SubmissionEvent event) {
        List<SubmissionEvent> longer = new ArrayList<>(history);
        longer.add(event);
        return new Submission(id, earner, credential, longer);
    }

    /** How far it is. */
    public Status status() {
        Status status = Status.NOT_STARTED;
        for (SubmissionEvent event : history) {
            status = switch (event) {
                case SubmissionEvent.Begun _ -> Status.IN_PROGRESS;
                case SubmissionEvent.HandedIn _ -> Status.SUBMITTED;
                case SubmissionEvent.SentBack _ -> Status.INCOMPLETE;
                case SubmissionEvent.Accepted _ -> Status.PASSED;
                case SubmissionEvent.Scored scored -> scoredAs(scored.unmet());
                case SubmissionEvent.AppealHeard heard -> scoredAs(heard.unmet());
                case SubmissionEvent.Reopened _ -> Status.RESUBMISSION;
                case SubmissionEvent.Talked _, SubmissionEvent.Appealed _ -> status;
            };
        }
        return status;
    }

    private static Status scoredAs(Set<String> unmet) {
        return unmet.isEmpty() ? Status.EARNED : Status.NOT_YET_EARNED;
    }

    /** Whether somebody is looking once more at what was found, because the earner asked for it. */
    public boolean hasOpenAppeal() {
        boolean isOpen = false;
        for (SubmissionEvent event : history) {
            isOpen = switch (event) {
                case SubmissionEvent.Appealed _ -> true;
                case SubmissionEvent.AppealHeard _ -> false;
                default -> isOpen;
            };
        }
        return isOpen;
    }

    /** Where it is to be assessed. */
    public Platform platform() {
        return all(SubmissionEvent.Begun.class).stream()
                .map(SubmissionEvent.Begun::platform)
                .findFirst()
                .orElse(Platform.BLOOMBOARD);
    }

    /** Which attempt is being worked on or assessed, from 1. */
    public int attempt() {
        return all(SubmissionEvent.Reopened.class).size() + 1;
    }

    /** Everything that was handed in, in order. */
    public List<SubmissionEvent.HandedIn> handedIn() {
        return all(SubmissionEvent.HandedIn.class);
    }

    /** What was handed in last. */
    public Optional<HandIn> lastHandIn() {
        return handedIn().isEmpty()
                ? Optional.empty()
                : Optional.of(handedIn().getLast().what());
    }

    /** What may change in the present attempt. */
    public OpenRows openRows() {
        OpenRows open = OpenRows.ALL;
        for (SubmissionEvent event : history) {
            open = switch (event) {
                case SubmissionEvent.Scored scored -> new OpenRows(scored.unmet());
                case SubmissionEvent.AppealHeard heard -> new OpenRows(heard.unmet());
                default -> open;
            };
        }
        return open;
    }

    /** How many attempts were scored without earning the credential. */
    public int notYetEarned() {
        return (int) all(SubmissionEvent.Scored.class).stream()
                .filter(scored -> !scored.unmet().isEmpty())
                .count();
    }

    /** Whether coach and earner have to talk before the next attempt. */
    public boolean needsTalk() {
        boolean hasTalked = false;
        for (SubmissionEvent event : history) {
            hasTalked = switch (event) {
                case SubmissionEvent.Scored _ -> false;
                case SubmissionEvent.Talked _ -> true;
                default -> hasTalked;
            };
        }
        return status() == Status.NOT_YET_EARNED && notYetEarned() >= ATTEMPTS_ALONE && !hasTalked;
    }

    private <E extends SubmissionEvent> List<E> all(Class<E> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private SubmissionDecision wrongStatus() {
        return refuse(new SubmissionRefusal.WrongStatus(status()));
    }

    private static SubmissionDecision happens(SubmissionEvent event) {
        return new SubmissionDecision.Happens(event);
    }

    private static SubmissionDecision refuse(SubmissionRefusal why) {
        return new SubmissionDecision.Refused(why);
    }
}
