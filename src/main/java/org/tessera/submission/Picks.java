package org.tessera.submission;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.credential.Credentials;

/** What earners picked. The sheet belongs to the earner; the coach the earner named reads and writes it, too. */
@Service
public class Picks {

    /** The longest notes and plans, in characters. */
    public static final int MOST_NOTES = 4000;

    public static final int MOST_PLANNED = 1000;

    private final PickStore store;
    private final Accounts accounts;
    private final Credentials credentials;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Picks(
            PickStore store,
            Accounts accounts,
            Credentials credentials,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
        this.events = events;
    }

    /** The earner's sheet, empty at first; nothing for who is neither the earner nor the coach. */
    @Transactional(readOnly = true)
    public Optional<PickSheet> sheet(PersonId earner, PersonId reader) {
        PickSheet sheet = store.find(earner).orElseGet(() -> PickSheet.blank(earner));
        return mayRead(sheet, reader) ? Optional.of(sheet) : Optional.empty();
    }

    /** The sheets on which {@code coach} is named, by the earners' ids. */
    @Transactional(readOnly = true)
    public List<PersonId> coachedBy(PersonId coach) {
        return store.coachedBy(coach);
    }

    /** Whom an earner may name as a coach: everybody of the own district but the earner. */
    @Transactional(readOnly = true)
    public List<Person> coachesFor(PersonId earner) {
        return accounts.person(earner).map(Person::district).map(accounts::peopleOf).orElse(List.of()).stream()
                .filter(person -> !person.id().equals(earner))
                .toList();
    }

    /** The teams whose meetings an earner can put a reading list into. */
    public List<Team> teamsOf(PersonId earner) {
        return accounts.teamsOf(earner);
    }

    /**
     * Keeps a sheet as {@code writer} left it; its version is the one the writer saw. Only the earner names the coach.
     */
    @Transactional
    public PickAnswer save(PickSheet sheet, PersonId writer) {
        Optional<PickSheet> kept = store.find(sheet.earner());
        PickSheet before = kept.orElseGet(() -> PickSheet.blank(sheet.earner()));
        if (accounts.person(sheet.earner()).isEmpty() || !mayRead(before, writer)) {
            return new PickAnswer.Refused(PickRefusal.NOT_YOURS);
        }
        if (!writer.equals(sheet.earner()) && !sheet.coach().equals(before.coach())) {
            return new PickAnswer.Refused(PickRefusal.COACH_IS_THE_EARNERS_CHOICE);
        }
        boolean coachOfDistrict = sheet.coach()
                .map(coach -> coachesFor(sheet.earner()).stream()
                        .anyMatch(person -> person.id().equals(coach)))
                .orElse(true);
        if (!coachOfDistrict) {
            return new PickAnswer.Refused(PickRefusal.COACH_UNKNOWN);
        }
        boolean tooLong = sheet.notes().length() > MOST_NOTES
                || sheet.planned().values().stream().anyMatch(words -> words.length() > MOST_PLANNED);
        if (tooLong) {
            return new PickAnswer.Refused(PickRefusal.TOO_LONG);
        }
        boolean known = sheet.credentials().stream()
                .allMatch(id -> credentials.current(id).isPresent());
        if (!known) {
            return new PickAnswer.Refused(PickRefusal.CREDENTIAL_UNKNOWN);
        }
        if (!store.save(sheet, writer, clock.instant())) {
            return new PickAnswer.Refused(PickRefusal.STALE);
        }
        PickSheet saved = store.find(sheet.earner()).orElseThrow();
        saved.coach()
                .filter(coach -> !before.coach().equals(Optional.of(coach)))
                .ifPresent(coach -> events.publishEvent(new CoachNamed(sheet.earner(), coach, saved.version())));
        return new PickAnswer.Saved(saved);
    }

    private static boolean mayRead(PickSheet sheet, PersonId reader) {
        return reader.equals(sheet.earner()) || sheet.coach().equals(Optional.of(reader));
    }
}
