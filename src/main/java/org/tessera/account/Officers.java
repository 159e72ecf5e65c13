package org.tessera.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who acts for a district: adds people, names assessors, stands by badges, owns the table of credit. The first ones are named
 * by e-mail address in {@code tessera.officers}; officers name and dismiss others of their own district.
 */
@Service
public class Officers {

    private final OfficerStore store;
    private final OfficeStore office;
    private final Accounts accounts;
    private final SignIns signIns;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final List<String> first;

    Officers(
            OfficerStore store,
            OfficeStore office,
            Accounts accounts,
            SignIns signIns,
            TransactionTemplate transaction,
            InstantSource clock,
            @Value("${tessera.officers:}") List<String> first) {
        this.store = store;
        this.office = office;
        this.accounts = accounts;
        this.signIns = signIns;
        this.transaction = transaction;
        this.clock = clock;
        this.first = first.stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(email -> !email.isEmpty())
                .toList();
    }

    /** The district a person acts for; nothing for who is no officer, or is switched off. */
    public Optional<DistrictId> districtOf(PersonId person) {
        return accounts.person(person)
                .filter(one -> isFirst(one) || store.isOfficer(one.district(), person))
                .filter(one -> !accounts.isSuspended(person))
                .map(Person::district);
    }

    /** Whether a person acts for this district. */
    public boolean mayActFor(DistrictId district, PersonId person) {
        return districtOf(person).filter(district::equals).isPresent();
    }

    /** Everybody who acts for a district, by name; those who are switched off act for nobody. */
    public List<Person> of(DistrictId district) {
        List<PersonId> named = store.of(district);
        return accounts.peopleOf(district).stream()
                .filter(person -> isFirst(person) || named.contains(person.id()))
                .filter(person -> !accounts.isSuspended(person.id()))
                .toList();
    }

    /** Whether the installation itself names this person, so that no officer can dismiss them. */
    public boolean isFirst(Person person) {
        return first.contains(person.email());
    }

    /** The addresses the installation names, in lower case. */
    List<String> first() {
        return first;
    }

    /** Makes somebody an officer of {@code by}'s district; nothing changes for who is one. */
    @Transactional
    public OfficeAnswer name(PersonId by, PersonId person) {
        Optional<DistrictId> district = districtOf(by);
        if (district.isEmpty()) {
            return OfficeAnswer.NOT_OFFICER;
        }
        DistrictId own = district.get();
        office.lock(own);
        if (isOutside(own, person)) {
            return OfficeAnswer.NOT_FOUND;
        }
        if (accounts.isSuspended(person)) {
            return OfficeAnswer.SUSPENDED;
        }
        if (!mayActFor(own, person)) {
            store.add(own, person, Optional.of(by), clock.instant());
            note(own, OfficeDeed.Kind.OFFICER_NAMED, Optional.of(by), person);
        }
        return OfficeAnswer.DONE;
    }

    /** Makes somebody an officer on the installation's own account: of a demo, of a test, of the first start. */
    @Transactional
    public void install(DistrictId district, PersonId person) {
        store.add(district, person, Optional.empty(), clock.instant());
    }

    /**
     * Lets an officer be none any more; every sign-in, page and seat of theirs ends at once, so that nothing the office showed
     * stays open. A district is never without one: nobody dismisses themself, or whom the installation names.
     */
    public OfficeAnswer dismiss(PersonId by, PersonId person) {
        OfficeAnswer answer = Objects.requireNonNull(transaction.execute(_ -> dismissed(by, person)));
        if (answer == OfficeAnswer.DONE) {
            signIns.endAll(person);
        }
        return answer;
    }

    private OfficeAnswer dismissed(PersonId by, PersonId person) {
        Optional<DistrictId> district = districtOf(by);
        if (district.isEmpty()) {
            return OfficeAnswer.NOT_OFFICER;
        }
        DistrictId own = district.get();
        office.lock(own);
        Optional<OfficeAnswer> kept = staying(own, by, person);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (!store.remove(own, person)) {
            return OfficeAnswer.NOT_FOUND;
        }
        note(own, OfficeDeed.Kind.OFFICER_DISMISSED, Optional.of(by), person);
        return OfficeAnswer.DONE;
    }

    /** Why {@code by} can take nobody's office, or way in, away from this person; nothing if they can. */
    Optional<OfficeAnswer> staying(DistrictId own, PersonId by, PersonId person) {
        if (!mayActFor(own, by)) {
            // somebody else was quicker
            return Optional.of(OfficeAnswer.NOT_OFFICER);
        }
        if (isOutside(own, person)) {
            return Optional.of(OfficeAnswer.NOT_FOUND);
        }
        if (accounts.person(person).filter(this::isFirst).isPresent()) {
            return Optional.of(OfficeAnswer.FIRST_OFFICER);
        }
        if (by.equals(person)) {
            return Optional.of(of(own).size() == 1 ? OfficeAnswer.LAST_OFFICER : OfficeAnswer.ONESELF);
        }
        return Optional.empty();
    }

    private boolean isOutside(DistrictId own, PersonId person) {
        return accounts.person(person).filter(one -> one.district().equals(own)).isEmpty();
    }

    private void note(DistrictId district, OfficeDeed.Kind kind, Optional<PersonId> by, PersonId person) {
        office.note(district, new OfficeDeed(kind, by, Optional.of(person), "", clock.instant()));
    }
}
