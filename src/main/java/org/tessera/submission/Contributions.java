package org.tessera.submission;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.room.MeetingRecord;
import org.tessera.room.MeetingRecords;
import org.tessera.room.RoomId;

/** What each person did in a meeting: seen by that person, and by others only as long as that person lets them. */
@Service
public class Contributions {

    private final ConsentStore store;
    private final MeetingRecords records;
    private final InstantSource clock;

    Contributions(ConsentStore store, MeetingRecords records, InstantSource clock) {
        this.store = store;
        this.records = records;
        this.clock = clock;
    }

    /** The person's part in a meeting; nothing for who was not in it, and nothing for readers who were not let. */
    @Transactional(readOnly = true)
    public Optional<MeetingRecord> of(RoomId room, PersonId person, PersonId reader) {
        boolean may = person.equals(reader) || store.viewersOf(room, person).contains(reader);
        return may ? records.of(room, person, reader) : Optional.empty();
    }

    /** Lets {@code viewer} see {@code person}'s part. */
    @Transactional
    public void share(RoomId room, PersonId person, PersonId viewer) {
        store.share(room, person, viewer, clock.instant());
    }

    /** Lets {@code viewer} see it no longer. */
    @Transactional
    public void stopSharing(RoomId room, PersonId person, PersonId viewer) {
        store.stopSharing(room, person, viewer);
    }

    /** Who may see {@code person}'s part in a meeting. */
    @Transactional(readOnly = true)
    public List<PersonId> viewersOf(RoomId room, PersonId person) {
        return store.viewersOf(room, person);
    }
}
