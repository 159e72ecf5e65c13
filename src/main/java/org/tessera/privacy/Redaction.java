package org.tessera.privacy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.tessera.account.PersonId;
import org.tessera.clock.AlarmClock;
import org.tessera.material.Cover;
import org.tessera.material.CoveredPages;
import org.tessera.material.Material;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;
import org.tessera.material.Page;
import org.tessera.material.Trace;

/**
 * Covers what was found, for good, and keeps the pages as they were apart: for who brought them, and no longer than that
 * person wants.
 */
@Service
public class Redaction {

    /** The most days originals can be kept after a second person has confirmed the covered pages. */
    public static final int MOST_DAYS = 30;

    private static final Duration ROUND = Duration.ofHours(1);

    private final Clearances clearances;
    private final Searching searching;
    private final NameLists nameLists;
    private final Materials materials;
    private final CoveredPages pages;
    private final AlarmClock clock;

    Redaction(
            Clearances clearances,
            Searching searching,
            NameLists nameLists,
            Materials materials,
            CoveredPages pages,
            AlarmClock clock) {
        this.clearances = clearances;
        this.searching = searching;
        this.nameLists = nameLists;
        this.materials = materials;
        this.pages = pages;
        this.clock = clock;
    }

    /** Has a subject's pages searched, if that has not been done; comes back at once. */
    public void search(PersonId reader, Subject subject) {
        clearances.find(subject, reader).filter(one -> !one.searched()).ifPresent(one -> searching.ask(subject));
    }

    /**
     * Makes what is covered part of the pages and asks for a second person. The covered pages are read again first; while a
     * name can still be read on them, nothing happens but that it stands among the findings. Takes seconds a page.
     */
    public ClearanceAnswer burnIn(PersonId actor, Subject subject) throws InterruptedException {
        Optional<Clearance> found = clearances.find(subject, actor);
        Optional<Material> material = materials.find(new MaterialId(subject.id()));
        if (found.isEmpty() || material.isEmpty() && subject.kind() == Subject.Kind.MATERIAL) {
            return Clearances.refused(ClearanceRefusal.UNKNOWN);
        }
        if (subject.kind() != Subject.Kind.MATERIAL) {
            return clearances.act(actor, subject, new ClearanceCommand.BurnIn());
        }
        Clearance before = found.get();
        ClearanceDecision decision = before.decide(new ClearanceCommand.BurnIn(), actor, clearances.today());
        if (decision instanceof ClearanceDecision.Refused(var why)) {
            return Clearances.refused(why);
        }
        Search search = new Search(nameLists.peopleOf(before.team()));
        List<Cover> covers = before.covered().stream()
                .map(place -> new Cover(place.page(), place.x(), place.y(), place.w(), place.h()))
                .toList();
        CoveredPages.Covering covering = pages.cover(material.get(), covers, traces -> legible(before, search, traces)
                .isEmpty());
        return switch (covering) {
            case CoveredPages.Covering.Covered _ -> clearances.store(before, Optional.of(actor), decision);
            case CoveredPages.Covering.Legible(var traces) -> {
                clearances.store(before, Optional.empty(), before.stillLegible(legible(before, search, traces)));
                yield Clearances.refused(ClearanceRefusal.STILL_LEGIBLE);
            }
        };
    }

    /** The listed names that can be read and about which nobody has decided. */
    private static List<Finding> legible(Clearance before, Search search, List<Trace> traces) {
        return Search.fresh(
                        before.findings().stream()
                                .filter(one -> !one.isCovered())
                                .toList(),
                        search.in(traces))
                .stream()
                .filter(one -> one.trait().mustBeCovered())
                .toList();
    }

    // Pages and originals

    /** A page as it is now, for the owner and the people of the team; also while it is held back, but then only for these. */
    public Optional<Page> page(PersonId reader, Subject subject, int n) {
        return clearances
                .find(subject, reader)
                .filter(one -> maySee(one, reader))
                .flatMap(one -> pages.page(new MaterialId(subject.id()), n));
    }

    /** While something is held back only its owner sees it, and the second person once covered pages wait for one. */
    private boolean maySee(Clearance clearance, PersonId reader) {
        return clearance.owner().equals(reader)
                || !clearance.isHeldOn(clearances.today())
                || clearance.state() == ClearanceState.BURNED_IN;
    }

    /** A page as it was before it was covered, for its owner and nobody else. */
    public Optional<Page> original(PersonId reader, Subject subject, int n) {
        return clearances
                .find(subject, reader)
                .filter(one -> one.owner().equals(reader))
                .flatMap(one -> pages.original(new MaterialId(subject.id()), n));
    }

    /** The pages of which the owner still has an original. */
    public List<Integer> originals(PersonId reader, Subject subject) {
        return clearances
                .find(subject, reader)
                .filter(one -> one.owner().equals(reader))
                .map(one -> pages.originals(new MaterialId(subject.id())))
                .orElse(List.of());
    }

    /** Deletes the originals at once. */
    public ClearanceAnswer deleteOriginals(PersonId actor, Subject subject) {
        Optional<Clearance> found = clearances.find(subject, actor);
        Optional<Material> material = materials.find(new MaterialId(subject.id()));
        if (found.isEmpty() || material.isEmpty()) {
            return Clearances.refused(ClearanceRefusal.UNKNOWN);
        }
        if (!found.get().owner().equals(actor)) {
            return Clearances.refused(ClearanceRefusal.OWNER_ONLY);
        }
        if (pages.deleteOriginals(material.get())) {
            clearances.note(subject, Deed.ORIGINAL_DELETED, Optional.of(actor));
        }
        return new ClearanceAnswer.Done(found.get());
    }

    /**
     * A second person found nothing: the subject may be evidence. The originals go, unless their owner wanted to keep them for
     * a while.
     */
    public ClearanceAnswer confirm(PersonId actor, Subject subject) {
        ClearanceAnswer answer = clearances.act(actor, subject, new ClearanceCommand.Confirm());
        if (answer instanceof ClearanceAnswer.Done(var after) && subject.kind() == Subject.Kind.MATERIAL) {
            Duration kept = Duration.ofDays(clearances.daysKept(after.subject()));
            pages.keepOriginalsUntil(
                    new MaterialId(subject.id()), clock.instant().plus(kept));
            deleteDue();
        }
        return answer;
    }

    /** For how many days after the confirmation the owner keeps the originals, 0 to {@value #MOST_DAYS}. */
    public void keepOriginals(PersonId actor, Subject subject, int days) {
        clearances
                .find(subject, actor)
                .filter(one -> one.owner().equals(actor))
                .ifPresent(one -> clearances.keepFor(subject, Math.clamp(days, 0, MOST_DAYS)));
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        Thread.ofVirtual().name("originals").start(this::deleteDue);
        clock.at(clock.instant().plus(ROUND), this::watch);
    }

    /** Deletes the originals whose time is over. */
    void deleteDue() {
        pages.deleteOriginalsDue(clock.instant())
                .forEach(id -> clearances.note(Subject.of(id), Deed.ORIGINAL_DELETED, Optional.empty()));
    }
}
