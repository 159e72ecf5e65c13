package org.tessera.writing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;

/** What people read and quote: a short list of each person, good for everything the person writes. */
@Service
public class Sources {

    private final SourceStore store;
    private final Accounts accounts;
    private final InstantSource clock;

    Sources(SourceStore store, Accounts accounts, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A person's sources, in the order in which they were added. */
    @Transactional(readOnly = true)
    public List<Source> of(PersonId person) {
        return store.of(person);
    }

    /** Adds a source; one that says the same is there already stays the only one. */
    @Transactional
    public SourceAnswer add(PersonId person, SourceDraft typed) {
        SourceDraft draft = typed.tidy();
        Optional<WritingRefusal> fault = faultOf(person, draft);
        if (fault.isPresent()) {
            return new SourceAnswer.Refused(fault.get());
        }
        Optional<Source> same = store.of(person).stream()
                .filter(source -> source.said().equals(draft))
                .findFirst();
        if (same.isPresent()) {
            return new SourceAnswer.Listed(same.get());
        }
        Source source = new Source(new SourceId(UUID.randomUUID()), draft);
        store.insert(person, source, clock.instant());
        return new SourceAnswer.Listed(source);
    }

    /** Takes a source from the list; what quotes it keeps the words of its citation. */
    @Transactional
    public SourceAnswer remove(PersonId person, SourceId id) {
        return store.delete(person, id)
                ? new SourceAnswer.Removed()
                : new SourceAnswer.Refused(WritingRefusal.SOURCE_UNKNOWN);
    }

    private Optional<WritingRefusal> faultOf(PersonId person, SourceDraft draft) {
        if (accounts.person(person).isEmpty()) {
            return Optional.of(WritingRefusal.GUEST);
        }
        if (draft.title().isEmpty()) {
            return Optional.of(WritingRefusal.TITLE_EMPTY);
        }
        if (!draft.year().isEmpty() && !draft.year().matches("\\d{4}")) {
            return Optional.of(WritingRefusal.YEAR_UNREADABLE);
        }
        boolean isTooLong = Stream.of(draft.authors(), draft.title(), draft.container(), draft.address())
                .anyMatch(field -> field.length() > SourceDraft.MOST);
        return isTooLong ? Optional.of(WritingRefusal.TOO_LONG) : Optional.empty();
    }
}
