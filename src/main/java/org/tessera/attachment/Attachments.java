package org.tessera.attachment;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialRef;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.ExhibitUse;
import org.tessera.exhibit.Exhibits;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/**
 * What people speak, draw and photograph beside their texts. Everybody reaches the own attachments only; somebody else's are
 * as if there were none.
 */
@Service
public class Attachments {

    private final AttachmentStore store;
    private final Exhibits exhibits;
    private final Writings writings;
    private final InstantSource clock;

    Attachments(AttachmentStore store, Exhibits exhibits, Writings writings, InstantSource clock) {
        this.store = store;
        this.exhibits = exhibits;
        this.writings = writings;
        this.clock = clock;
    }

    /** All that somebody has at a place, in order; what is put aside as well. */
    @Transactional(readOnly = true)
    public List<Attachment> at(PersonId person, WritingPlace place) {
        return store.at(person, place);
    }

    /** What somebody uses beside the texts of a credential, in the order of each place. */
    @Transactional(readOnly = true)
    public List<Attachment> used(PersonId person, CredentialRef credential) {
        return store.all(person, credential).stream().filter(Attachment::isUsed).toList();
    }

    /** Where an exhibit is used beside a text, if it is. */
    @Transactional(readOnly = true)
    public Optional<Attachment> find(ExhibitId exhibit) {
        return store.find(exhibit);
    }

    /** Whether it may be handed in: a photo has to be cleared first, as everything that may show students. */
    @Transactional(readOnly = true)
    public boolean isCleared(Attachment one) {
        return exhibits.find(one.exhibit()).filter(exhibits::isCleared).isPresent();
    }

    /** Puts an own exhibit beside a text. Doing so twice is the same as doing so once. */
    @Transactional
    public AttachmentAnswer attach(PersonId person, WritingPlace place, AttachmentDraft draft) {
        Optional<Exhibit> exhibit =
                exhibits.find(draft.exhibit()).filter(one -> one.owner().equals(person));
        if (exhibit.isEmpty()) {
            return refused(AttachmentRefusal.UNKNOWN);
        }
        if (!writings.exists(place)) {
            return refused(AttachmentRefusal.PLACE_UNKNOWN);
        }
        if (!draft.way().takes(exhibit.get())) {
            return refused(AttachmentRefusal.NOT_THAT_WAY);
        }
        if (isTooLong(draft.description(), draft.transcript())) {
            return refused(AttachmentRefusal.TOO_LONG);
        }
        Optional<Attachment> before = store.find(draft.exhibit());
        if (before.isPresent()) {
            return before.get().place().equals(place)
                    ? new AttachmentAnswer.Done()
                    : refused(AttachmentRefusal.ELSEWHERE);
        }
        Optional<Attachment> instead = draft.instead()
                .flatMap(store::find)
                .filter(one -> one.person().equals(person) && one.place().equals(place));
        instead.ifPresent(one -> store.update(changed(one, one.order(), false)));
        store.insert(new Attachment(
                draft.exhibit(),
                person,
                place,
                draft.way(),
                instead.map(Attachment::order).orElseGet(() -> store.last(person, place)),
                true,
                draft.description().strip(),
                draft.transcript().strip(),
                draft.length(),
                // as fine as the table keeps it
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return new AttachmentAnswer.Done();
    }

    /** Says in words what it says or shows. */
    @Transactional
    public AttachmentAnswer describe(PersonId person, ExhibitId exhibit, String description, String transcript) {
        if (isTooLong(description, transcript)) {
            return refused(AttachmentRefusal.TOO_LONG);
        }
        return change(
                person,
                exhibit,
                one -> new Attachment(
                        one.exhibit(),
                        one.person(),
                        one.place(),
                        one.way(),
                        one.order(),
                        one.isUsed(),
                        description.strip(),
                        transcript.strip(),
                        one.length(),
                        one.at()));
    }

    /** Takes it out of the text's company; it can be used again. */
    @Transactional
    public AttachmentAnswer putAside(PersonId person, ExhibitId exhibit) {
        return change(person, exhibit, one -> changed(one, one.order(), false));
    }

    /** Takes back what was put aside, at the end. */
    @Transactional
    public AttachmentAnswer useAgain(PersonId person, ExhibitId exhibit) {
        return change(person, exhibit, one -> changed(one, store.last(person, one.place()), true));
    }

    /** Shows it one place earlier, if there is one. */
    @Transactional
    public AttachmentAnswer moveUp(PersonId person, ExhibitId exhibit) {
        return change(person, exhibit, one -> {
            List<Attachment> used = new ArrayList<>(store.at(person, one.place()).stream()
                    .filter(Attachment::isUsed)
                    .toList());
            int here = used.indexOf(one);
            if (here > 0) {
                Collections.swap(used, here, here - 1);
            }
            for (int i = 0; i < used.size(); i++) {
                store.update(changed(used.get(i), i + 1, true));
            }
            return changed(one, used.indexOf(one) + 1, one.isUsed());
        });
    }

    /** Deletes for good what is put aside, with its file; what was handed in stays. */
    @Transactional
    public AttachmentAnswer delete(PersonId person, ExhibitId exhibit) {
        Optional<Attachment> found = own(person, exhibit);
        if (found.isEmpty()) {
            return refused(AttachmentRefusal.UNKNOWN);
        }
        if (found.get().isUsed()) {
            return refused(AttachmentRefusal.IN_USE);
        }
        if (exhibits.find(exhibit)
                .filter(one -> exhibits.useOf(one) == ExhibitUse.Degree.FIXED)
                .isPresent()) {
            return refused(AttachmentRefusal.HANDED_IN);
        }
        return switch (exhibits.remove(person, exhibit)) {
            case ExhibitAnswer.Removed _, ExhibitAnswer.Kept _ -> new AttachmentAnswer.Done();
            case ExhibitAnswer.Refused _ -> refused(AttachmentRefusal.UNKNOWN);
        };
    }

    private AttachmentAnswer change(PersonId person, ExhibitId exhibit, UnaryOperator<Attachment> how) {
        Optional<Attachment> found = own(person, exhibit);
        if (found.isEmpty()) {
            return refused(AttachmentRefusal.UNKNOWN);
        }
        store.update(how.apply(found.get()));
        return new AttachmentAnswer.Done();
    }

    private Optional<Attachment> own(PersonId person, ExhibitId exhibit) {
        return store.find(exhibit).filter(one -> one.person().equals(person));
    }

    private static Attachment changed(Attachment one, int order, boolean isUsed) {
        return new Attachment(
                one.exhibit(),
                one.person(),
                one.place(),
                one.way(),
                order,
                isUsed,
                one.description(),
                one.transcript(),
                one.length(),
                one.at());
    }

    private static boolean isTooLong(String description, String transcript) {
        return description.length() > Attachment.LONGEST_DESCRIPTION
                || transcript.length() > Attachment.LONGEST_TRANSCRIPT;
    }

    private static AttachmentAnswer refused(AttachmentRefusal why) {
        return new AttachmentAnswer.Refused(why);
    }
}
