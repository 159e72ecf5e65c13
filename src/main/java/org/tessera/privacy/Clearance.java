package org.tessera.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * How far one thing is on its way to being evidence, and the rules of that way.
 *
 * @param owner who brought it
 * @param pages how many pages have to be looked at; 1 for a recording
 * @param searched whether a machine has looked through all of it, or nothing has to be searched
 * @param held whether nobody but its owner and the second person is shown it
 * @param findings everything found and marked so far, by number
 * @param asked who is asked for the second look; nobody means anybody of the team, but nobody for a recording
 * @param seenBy who looks as the second person at present, or has
 * @param seen the pages that person has opened
 * @param version counts the changes
 */
public record Clearance(
        Subject subject,
        TeamId team,
        PersonId owner,
        int pages,
        ClearanceState state,
        boolean searched,
        boolean held,
        List<Finding> findings,
        Optional<Permission> permission,
        Optional<PersonId> asked,
        Optional<PersonId> seenBy,
        Set<Integer> seen,
        int version) {

    public Clearance {
        findings = List.copyOf(findings);
        seen = Set.copyOf(seen);
    }

    /** Something new, of which its owner said that it may be shown. */
    static Clearance stated(Subject subject, TeamId team, PersonId owner, int pages) {
        return new Clearance(
                subject,
                team,
                owner,
                pages,
                ClearanceState.STATED,
                !subject.kind().isSearched(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                1);
    }

    /** Whether it may be evidence on this day. */
    public boolean isClearedOn(LocalDate today) {
        return state == ClearanceState.CONFIRMED
                && permission.filter(given -> given.holdsOn(today)).isPresent();
    }

    /** Whether only its owner and the second person may be shown it on this day. */
    public boolean isHeldOn(LocalDate today) {
        return held || permission.filter(given -> !given.holdsOn(today)).isPresent();
    }

    /** What still has to be decided. */
    public List<Finding> open() {
        return findings.stream().filter(Finding::isOpen).toList();
    }

    /** The places that are covered, or will be. */
    public List<Place> covered() {
        return findings.stream()
                .filter(Finding::isCovered)
                .flatMap(finding -> finding.place().stream())
                .toList();
    }

    /** The finding with this number. */
    public Optional<Finding> finding(int number) {
        return findings.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The pages the second person has not opened yet. */
    public List<Integer> unseen() {
        return IntStream.rangeClosed(1, pages)
                .filter(page -> !seen.contains(page))
                .boxed()
                .toList();
    }

    /**
     * Decides about what {@code actor} wants. Whether the actor belongs to the team, and whether what was burned in can no
     * longer be read, is the caller's to find out first.
     */
    ClearanceDecision decide(ClearanceCommand command, PersonId actor, LocalDate today) {
        boolean owns = actor.equals(owner);
        return switch (command) {
            case ClearanceCommand.Report _ ->
                state == ClearanceState.QUARANTINED
                        ? refuse(ClearanceRefusal.WRONG_STATE)
                        : happens(in(ClearanceState.QUARANTINED).holding(true).unseenAgain(), Deed.REPORTED);
            case ClearanceCommand.Look(var page) ->
                subject.kind() == Subject.Kind.RECORDING
                        ? refuse(ClearanceRefusal.WRONG_STATE)
                        : looked(page, actor, Deed.LOOKED);
            case ClearanceCommand.Listen(var isSaid) ->
                subject.kind() == Subject.Kind.RECORDING
                        ? looked(1, actor, isSaid ? Deed.SAID_HEARD : Deed.HEARD)
                        : refuse(ClearanceRefusal.WRONG_STATE);
            case ClearanceCommand.Confirm _ -> confirmed(actor, today);
            case ClearanceCommand.SendBack back -> sentBack(back.marks(), actor);
            case ClearanceCommand.Withdraw _
            when state == ClearanceState.WITHDRAWN -> refuse(ClearanceRefusal.WRONG_STATE);
            case ClearanceCommand.Withdraw _ ->
                happens(in(ClearanceState.WITHDRAWN).holding(true).unseenAgain(), Deed.WITHDRAWN);
            case ClearanceCommand.Cover _,
                    ClearanceCommand.Dismiss _,
                    ClearanceCommand.Mark _,
                    ClearanceCommand.Unmark _,
                    ClearanceCommand.Permit _,
                    ClearanceCommand.Ask _,
                    ClearanceCommand.BurnIn _,
                    ClearanceCommand.TakeUp _
            when !owns -> refuse(ClearanceRefusal.OWNER_ONLY);
            case ClearanceCommand.TakeUp _ ->
                state == ClearanceState.QUARANTINED || state == ClearanceState.WITHDRAWN
                        ? happens(in(workingState()).permitting(Optional.empty()), Deed.TAKEN_UP)
                        : refuse(ClearanceRefusal.WRONG_STATE);
            case ClearanceCommand.Permit(var given) -> permitted(given, today);
            case ClearanceCommand.Ask(var second) -> asking(second);
            case ClearanceCommand.Cover(var number)
            when subject.kind() == Subject.Kind.RECORDING || isInTitle(number) -> refuse(ClearanceRefusal.WRONG_STATE);
            case ClearanceCommand.Cover(var number) ->
                onOpen(number, finding -> finding.with(Finding.COVERED), Deed.COVERED);
            case ClearanceCommand.Dismiss(var number, var why) ->
                finding(number).filter(one -> one.trait().mustBeCovered()).isPresent()
                        ? refuse(ClearanceRefusal.MUST_BE_COVERED)
                        : onOpen(number, finding -> finding.with(new Finding.Standing.Dismissed(why)), Deed.DISMISSED);
            case ClearanceCommand.Mark(var place) -> marked(place);
            case ClearanceCommand.Unmark(var number) -> unmarked(number);
            case ClearanceCommand.BurnIn _ -> burnedIn(today);
        };
    }

    /** Whether this person may look as the second one, as far as the owner has a say in it. */
    public boolean mayBeSecond(PersonId person) {
        return !person.equals(owner) && asked.map(person::equals).orElse(subject.kind() != Subject.Kind.RECORDING);
    }

    /** Whether it waits for this person to look, or to go on looking. */
    public boolean waitsFor(PersonId person) {
        return state == ClearanceState.BURNED_IN && mayBeSecond(person);
    }

    /** Why this person may not look at it as the second one now. */
    Optional<ClearanceRefusal> refusalToLook(PersonId actor) {
        if (actor.equals(owner)) {
            return Optional.of(ClearanceRefusal.NOT_YOUR_OWN);
        }
        if (state != ClearanceState.BURNED_IN) {
            return Optional.of(ClearanceRefusal.WRONG_STATE);
        }
        return mayBeSecond(actor) ? Optional.empty() : Optional.of(ClearanceRefusal.NOT_ASKED);
    }

    /** Whether there is such a place or moment. */
    boolean has(Sign mark) {
        return switch (mark) {
            case Sign.OnPage(var place) -> subject.kind() == Subject.Kind.MATERIAL && place.page() <= pages;
            case Sign.AtMoment _ -> subject.kind() == Subject.Kind.RECORDING;
        };
    }

    /** A title is changed, not covered. */
    private boolean isInTitle(int number) {
        return finding(number).filter(one -> one.origin() == Origin.TITLE).isPresent();
    }

    private boolean isWorkedOn() {
        return state == ClearanceState.STATED || state == ClearanceState.FOUND;
    }

    /** Where work goes on once something is taken up again. */
    private ClearanceState workingState() {
        return searched ? ClearanceState.FOUND : ClearanceState.STATED;
    }

    /** What a first look through a file found is added; the pages are still to be read. */
    ClearanceDecision found(List<Finding> found) {
        return happens(adding(found), Deed.SEARCHED);
    }

    /**
     * What a search found is added; what was found before at the same place stays as it was decided. Whatever had been
     * covered or even confirmed by then is to be decided about again, and seen again by a second person.
     */
    ClearanceDecision searched(List<Finding> found) {
        Clearance more = adding(found).searchedThrough();
        boolean isOpenAgain = (state == ClearanceState.BURNED_IN || state == ClearanceState.CONFIRMED)
                && found.stream().anyMatch(Finding::isOpen);
        if (isOpenAgain) {
            return happens(more.in(ClearanceState.FOUND).unseenAgain(), Deed.SEARCHED);
        }
        return happens(state == ClearanceState.STATED ? more.in(ClearanceState.FOUND) : more, Deed.SEARCHED);
    }

    /** It is called something else, in which this was found; what the old title told is gone. */
    ClearanceDecision renamed(List<Finding> found, PersonId actor) {
        if (!actor.equals(owner)) {
            return refuse(ClearanceRefusal.OWNER_ONLY);
        }
        if (!isWorkedOn()) {
            return refuse(ClearanceRefusal.WRONG_STATE);
        }
        List<Finding> others = findings.stream()
                .map(one -> one.origin() == Origin.TITLE ? one.with(Finding.GONE) : one)
                .toList();
        return happens(finding(others).adding(found), Deed.RENAMED);
    }

    /** Something could be read after it had been covered. */
    ClearanceDecision stillLegible(List<Finding> found) {
        return happens(adding(found).in(ClearanceState.FOUND), Deed.SEARCHED);
    }

    private ClearanceDecision permitted(Permission given, LocalDate today) {
        if (!given.holdsOn(today)) {
            return refuse(ClearanceRefusal.PERMISSION_OVER);
        }
        return state == ClearanceState.WITHDRAWN || state == ClearanceState.QUARANTINED
                ? refuse(ClearanceRefusal.WRONG_STATE)
                : happens(permitting(Optional.of(given)), Deed.PERMITTED);
    }

    private ClearanceDecision onOpen(int number, UnaryOperator<Finding> change, Deed deed) {
        if (!isWorkedOn()) {
            return refuse(ClearanceRefusal.WRONG_STATE);
        }
        Optional<Finding> found = finding(number)
                .filter(one -> !(one.standing() instanceof Finding.Standing.Gone))
                .filter(one -> one.trait() != Trait.MARKED || one.isOpen());
        return found.map(one -> happens(replacing(one, change.apply(one)), deed))
                .orElseGet(() -> refuse(ClearanceRefusal.NO_SUCH_FINDING));
    }

    private ClearanceDecision marked(Place place) {
        if (!isWorkedOn()) {
            return refuse(ClearanceRefusal.WRONG_STATE);
        }
        if (!has(new Sign.OnPage(place))) {
            return refuse(ClearanceRefusal.NO_SUCH_FINDING);
        }
        List<Finding> more = new ArrayList<>(findings);
        more.add(Finding.marked(next(), new Sign.OnPage(place), Finding.COVERED));
        return happens(finding(more), Deed.MARKED);
    }

    private ClearanceDecision unmarked(int number) {
        if (!isWorkedOn()) {
            return refuse(ClearanceRefusal.BURNED);
        }
        return finding(number)
                .filter(one -> one.trait() == Trait.MARKED && one.isCovered())
                .map(one -> happens(
                        finding(findings.stream()
                                .filter(other -> !other.equals(one))
                                .toList()),
                        Deed.UNMARKED))
                .orElseGet(() -> refuse(ClearanceRefusal.NO_SUCH_FINDING));
    }

    private ClearanceDecision burnedIn(LocalDate today) {
        if (!isWorkedOn()) {
            return refuse(ClearanceRefusal.WRONG_STATE);
        }
        if (!searched) {
            return refuse(ClearanceRefusal.BEING_SEARCHED);
        }
        if (!open().isEmpty()) {
            return refuse(ClearanceRefusal.STILL_OPEN);
        }
        if (permission.isEmpty()) {
            return refuse(ClearanceRefusal.NOT_PERMITTED);
        }
        if (asked.isEmpty() && subject.kind() == Subject.Kind.RECORDING) {
            return refuse(ClearanceRefusal.NOBODY_ASKED);
        }
        return permission.get().holdsOn(today)
                ? happens(in(ClearanceState.BURNED_IN).unseenAgain(), Deed.BURNED_IN)
                : refuse(ClearanceRefusal.PERMISSION_OVER);
    }

    private ClearanceDecision asking(Optional<PersonId> second) {
        if (second.filter(owner::equals).isPresent()) {
            return refuse(ClearanceRefusal.NOT_YOUR_OWN);
        }
        if (!isWorkedOn() && state != ClearanceState.BURNED_IN) {
            return refuse(ClearanceRefusal.WRONG_STATE);
        }
        if (second.isEmpty() && state == ClearanceState.BURNED_IN && subject.kind() == Subject.Kind.RECORDING) {
            return refuse(ClearanceRefusal.NOBODY_ASKED);
        }
        return happens(asked(second).unseenAgain(), Deed.ASKED);
    }

    private ClearanceDecision looked(int page, PersonId actor, Deed deed) {
        Optional<ClearanceRefusal> no = refusalToLook(actor);
        if (no.isPresent() || page < 1 || page > pages) {
            return refuse(no.orElse(ClearanceRefusal.WRONG_STATE));
        }
        Set<Integer> more = new HashSet<>(seenBy.filter(actor::equals).isPresent() ? seen : Set.of());
        more.add(page);
        return happens(seen(Optional.of(actor), more), deed);
    }

    private ClearanceDecision confirmed(PersonId actor, LocalDate today) {
        Optional<ClearanceRefusal> no = refusalToLook(actor);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        if (permission.filter(given -> given.holdsOn(today)).isEmpty()) {
            return refuse(ClearanceRefusal.PERMISSION_OVER);
        }
        if (seenBy.filter(actor::equals).isEmpty() || !unseen().isEmpty()) {
            return refuse(
                    subject.kind() == Subject.Kind.RECORDING
                            ? ClearanceRefusal.NOT_ALL_HEARD
                            : ClearanceRefusal.NOT_ALL_SEEN);
        }
        return happens(in(ClearanceState.CONFIRMED).holding(false), Deed.CONFIRMED);
    }

    private ClearanceDecision sentBack(List<Sign> marks, PersonId actor) {
        Optional<ClearanceRefusal> no = refusalToLook(actor);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        if (marks.isEmpty() || !marks.stream().allMatch(this::has)) {
            return refuse(ClearanceRefusal.NOTHING_MARKED);
        }
        List<Finding> more = new ArrayList<>(findings);
        int number = next();
        for (Sign mark : marks) {
            more.add(Finding.marked(number, mark, Finding.OPEN));
            number++;
        }
        return happens(finding(more).in(ClearanceState.FOUND).unseenAgain(), Deed.SENT_BACK);
    }

    private Clearance adding(List<Finding> found) {
        List<Finding> more = new ArrayList<>(findings);
        int number = next();
        for (Finding one : found) {
            more.add(one.numbered(number));
            number++;
        }
        return finding(more);
    }

    private int next() {
        return findings.stream().mapToInt(Finding::number).max().orElse(0) + 1;
    }

    private Clearance replacing(Finding old, Finding other) {
        return finding(
                findings.stream().map(one -> one.equals(old) ? other : one).toList());
    }

    private Clearance in(ClearanceState other) {
        return new Clearance(
                subject, team, owner, pages, other, searched, held, findings, permission, asked, seenBy, seen, version);
    }

    private Clearance searchedThrough() {
        return new Clearance(
                subject, team, owner, pages, state, true, held, findings, permission, asked, seenBy, seen, version);
    }

    private Clearance holding(boolean back) {
        return new Clearance(
                subject, team, owner, pages, state, searched, back, findings, permission, asked, seenBy, seen, version);
    }

    private Clearance finding(List<Finding> other) {
        return new Clearance(
                subject, team, owner, pages, state, searched, held, other, permission, asked, seenBy, seen, version);
    }

    private Clearance permitting(Optional<Permission> given) {
        return new Clearance(
                subject, team, owner, pages, state, searched, held, findings, given, asked, seenBy, seen, version);
    }

    private Clearance asked(Optional<PersonId> second) {
        return new Clearance(
                subject,
                team,
                owner,
                pages,
                state,
                searched,
                held,
                findings,
                permission,
                second,
                seenBy,
                seen,
                version);
    }

    private Clearance seen(Optional<PersonId> by, Set<Integer> which) {
        return new Clearance(
                subject, team, owner, pages, state, searched, held, findings, permission, asked, by, which, version);
    }

    private Clearance unseenAgain() {
        return seen(Optional.empty(), Set.of());
    }

    private static ClearanceDecision happens(Clearance after, Deed deed) {
        return new ClearanceDecision.Happens(after, deed);
    }

    private static ClearanceDecision refuse(ClearanceRefusal why) {
        return new ClearanceDecision.Refused(why);
    }
}
