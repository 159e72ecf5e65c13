package org.tessera.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who acts for a district: adds people, names assessors, stands by badges, owns the table of credit. The first ones are named
 * by e-mail address in {@code tessera.officers}; officers name and dismiss others of their own district.
 */
@Service
public class Officers {

    private final OfficerStore store;
    private final Accounts accounts;
    private final InstantSource clock;
    private final List<String> first;

    Officers(
            OfficerStore store,
            Accounts accounts,
            InstantSource clock,
            @Value("${tessera.officers:}") List<String> first) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.first = first.stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The district a person acts for; nothing for who is no officer. */
    public Optional<DistrictId> districtOf(PersonId person) {
        return accounts.person(person)
                .filter(one -> isFirst(one) || store.isOfficer(one.district(), person))
                .map(Person::district);
    }

    /** Whether a person acts for this district. */
    public boolean mayActFor(DistrictId district, PersonId person) {
        return districtOf(person).filter(district::equals).isPresent();
    }

    /** Everybody who acts for a district, by name. */
    public List<Person> of(DistrictId district) {
        List<PersonId> named = store.of(district);
        return accounts.peopleOf(district).stream()
                .filter(person -> isFirst(person) || named.contains(person.id()))
                .toList();
    }

    /** Whether the installation itself names this person, so that no officer can dismiss them. */
    public boolean isFirst(Person person) {
        return first.contains(person.email());
    }

    /** Makes somebody an officer of {@code by}'s district; false if {@code by} acts for no district, or the person is of another. */
    @Transactional
    public boolean name(PersonId by, PersonId person) {
        Optional<DistrictId> district = districtOf(by)
                .filter(own -> accounts.person(person)
                        .filter(one -> one.district().equals(own))
                        .isPresent());
        district.ifPresent(own -> store.add(own, person, Optional.of(by), clock.instant()));
        return district.isPresent();
    }

    /** Makes somebody an officer on the installation's own account: of a demo, of a test, of the first start. */
    @Transactional
    public void install(DistrictId district, PersonId person) {
        store.add(district, person, Optional.empty(), clock.instant());
    }

    /**
     * Lets an officer be none any more. False if {@code by} does not act for the district, wants to dismiss themself, or the
     * installation itself names the person: a district is never without an officer.
     */
    @Transactional
    public boolean dismiss(PersonId by, PersonId person) {
        Optional<DistrictId> district = districtOf(by).filter(_ -> !by.equals(person));
        return district.isPresent() && store.remove(district.get(), person);
    }
}
