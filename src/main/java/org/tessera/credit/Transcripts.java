package org.tessera.credit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.credential.CredentialId;
import org.tessera.record.PaperPdf;

/** The files somebody takes home about their own hours, and those an officer takes from the district's list. */
@Service
class Transcripts {

    private final Credits credits;
    private final Badges badges;
    private final Accounts accounts;
    private final InstantSource clock;

    Transcripts(Credits credits, Badges badges, Accounts accounts, InstantSource clock) {
        this.credits = credits;
        this.badges = badges;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The transcript as PDF/A; nothing for who has no account. */
    Optional<byte[]> pdf(PersonId person, CreditWording wording) {
        return of(person).map(found -> PaperPdf.of(new TranscriptPaper(found, wording).paper(), clock.instant()));
    }

    /** The transcript as CSV. */
    Optional<String> csv(PersonId person, CreditWording wording) {
        return of(person).map(found -> CreditTables.transcript(found, wording));
    }

    /** One's own meetings as CSV. */
    Optional<String> attendance(PersonId person, CreditWording wording) {
        return accounts.person(person).map(_ -> CreditTables.attendance(credits.meetingsOf(person), wording));
    }

    /** What is due, waits and was settled in an officer's district, as CSV; nothing for anybody else. */
    Optional<String> lines(PersonId officer, CreditWording wording) {
        return credits.isOfficer(officer)
                ? Optional.of(CreditTables.lines(credits.linesFor(officer), accounts::nameOf, wording))
                : Optional.empty();
    }

    private Optional<Transcript> of(PersonId person) {
        return accounts.person(person).map(this::of);
    }

    private Transcript of(Person person) {
        Instant now = clock.instant();
        List<CreditLine> lines = credits.linesOf(person.id()).stream()
                .filter(CreditLine::takesFromTheMost)
                .toList();
        TreeMap<SchoolYear, Integer> minutes = new TreeMap<>(Collections.reverseOrder());
        TreeMap<SchoolYear, Integer> meetings = new TreeMap<>();
        credits.meetingsOf(person.id()).stream()
                .filter(AttendedMeeting::over)
                .filter(meeting -> meeting.minutes() > 0)
                .forEach(meeting -> {
                    minutes.merge(SchoolYear.of(meeting.day()), meeting.minutes(), Integer::sum);
                    meetings.merge(SchoolYear.of(meeting.day()), 1, Integer::sum);
                });
        return new Transcript(
                person.name(),
                accounts.nameOf(person.district()),
                day(now),
                badges.of(person.id()).stream()
                        .sorted(Comparator.comparing(Badge::decided))
                        .map(badge -> row(badge, lines, now))
                        .toList(),
                minutes,
                meetings,
                lines.stream().filter(line -> line.thing().isMeeting()).toList());
    }

    private Transcript.Row row(Badge badge, List<CreditLine> lines, Instant now) {
        CredentialId id = new CredentialId(badge.achievement());
        Thing thing = badge.stack() ? Thing.stack(id, badge.name()) : Thing.credential(id, badge.name());
        LocalDate decided = day(badge.decided());
        return new Transcript.Row(
                badge.name(),
                badge.stack(),
                badge.version(),
                decided,
                badge.standing(),
                badge.expires().filter(end -> !now.isBefore(end)).map(Transcripts::day),
                badge.isShownAt(now) ? Optional.of(badges.addressOf(badge.id())) : Optional.empty(),
                lines.stream()
                        .filter(line -> line.thing().key().equals(thing.key())
                                && line.earned().equals(decided))
                        .toList());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
