package org.tessera.writing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.credential.Credentials;

/**
 * Texts people write for credentials. Every save is kept; what a window saves without knowing of what another one saved
 * never replaces it, and both are kept.
 */
@Service
public class Writings {

    /** Whoever pauses for longer begins a new version. */
    static final Duration PAUSE = Duration.ofMinutes(10);
    /** Whoever removes more at once, in UTF-16 units, begins a new version: what was there stays in the one before. */
    static final int MUCH = 200;

    private final WritingStore store;
    private final Credentials credentials;
    private final Accounts accounts;
    private final ObjectProvider<FurtherPlaces> further;
    private final InstantSource clock;

    Writings(
            WritingStore store,
            Credentials credentials,
            Accounts accounts,
            ObjectProvider<FurtherPlaces> further,
            InstantSource clock) {
        this.further = further;
        this.store = store;
        this.credentials = credentials;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A person's text for a place as it is now; empty, in version 0, where none was begun. */
    @Transactional(readOnly = true)
    public Writing at(PersonId person, WritingPlace place) {
        return store.find(person, place).orElseGet(() -> unbegun(person, place));
    }

    /** All texts of a person. */
    @Transactional(readOnly = true)
    public List<Writing> of(PersonId person) {
        return store.of(person);
    }

    /** All texts of some people. The caller makes sure that nobody gets to read more of them than is right. */
    @Transactional(readOnly = true)
    public List<Writing> of(Collection<PersonId> people) {
        return store.of(people);
    }

    /** A text as it once was, latest first. */
    @Transactional(readOnly = true)
    public List<WritingVersion> versions(PersonId person, WritingPlace place) {
        return store.find(person, place)
                .map(writing -> store.versions(writing.id()))
                .orElse(List.of());
    }

    /**
     * Keeps a text.
     *
     * @param base the version the window began from
     * @param tab tells the window from others
     */
    @Transactional
    public SaveAnswer save(PersonId person, WritingPlace place, int base, UUID tab, String text) {
        Optional<WritingRefusal> fault = faultOf(person, place, text);
        if (fault.isPresent()) {
            return new SaveAnswer.Refused(fault.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (store.find(person, place).isEmpty()) {
            store.begin(new Writing(new WritingId(UUID.randomUUID()), person, place, "", 0, now));
        }
        Writing present = store.findToChange(person, place).orElseThrow();
        if (present.text().equals(text)) {
            return new SaveAnswer.Saved(present);
        }
        if (present.version() != base) {
            keepBeside(present, tab, text, now);
            return new SaveAnswer.Overtaken(present);
        }
        Writing next = new Writing(present.id(), person, place, text, base + 1, now);
        if (!store.save(next)) {
            throw new IllegalStateException("Changed although it was locked: " + present.id());
        }
        keepVersion(present, tab, text, now);
        return new SaveAnswer.Saved(next);
    }

    /** Puts a text in the place of whatever is there, which stays a version: the person has decided so. */
    @Transactional
    public SaveAnswer replace(PersonId person, WritingPlace place, String text) {
        return save(person, place, at(person, place).version(), UUID.randomUUID(), text);
    }

    private void keepVersion(Writing before, UUID tab, String text, Instant now) {
        Optional<WritingStore.Row> open = store.latest(before.id())
                .filter(row -> row.tab().equals(tab))
                .filter(row -> row.at().plus(PAUSE).isAfter(now))
                .filter(_ -> before.text().length() - text.length() <= MUCH);
        open.ifPresentOrElse(
                row -> store.goOn(before.id(), row.number(), text, now),
                () -> store.addVersion(before.id(), tab, text, false, now));
    }

    private void keepBeside(Writing present, UUID tab, String text, Instant now) {
        Optional<WritingStore.Row> open = store.beside(present.id(), tab)
                .filter(row -> row.at().plus(PAUSE).isAfter(now))
                .filter(row -> row.text().length() - text.length() <= MUCH);
        open.ifPresentOrElse(
                row -> store.goOn(present.id(), row.number(), text, now),
                () -> store.addVersion(present.id(), tab, text, true, now));
    }

    private Optional<WritingRefusal> faultOf(PersonId person, WritingPlace place, String text) {
        if (accounts.person(person).isEmpty()) {
            return Optional.of(WritingRefusal.GUEST);
        }
        if (!isOpenTo(person, place)) {
            return Optional.of(WritingRefusal.PLACE_UNKNOWN);
        }
        return text.length() > Writing.MOST ? Optional.of(WritingRefusal.TOO_LONG) : Optional.empty();
    }

    /** Whether a credential of this version asks for this part. */
    @Transactional(readOnly = true)
    public boolean exists(WritingPlace place) {
        return credentials
                .find(place.credential())
                .filter(credential -> WritingPlace.BESIDE.contains(place.part())
                        || credential.submission().stream()
                                .anyMatch(part -> part.id().equals(place.part())))
                .isPresent();
    }

    /** Whether a person may write there: a part of a credential, or a place of another feature that is theirs. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(PersonId person, WritingPlace place) {
        return exists(place) || further.stream().anyMatch(places -> places.isOpenTo(person, place));
    }

    private static Writing unbegun(PersonId person, WritingPlace place) {
        return new Writing(new WritingId(new UUID(0, 0)), person, place, "", 0, Instant.EPOCH);
    }
}
