package org.tessera.report;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonId;
import org.tessera.assessment.Outcomes;
import org.tessera.badge.Badges;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credit.SchoolYear;
import org.tessera.submission.Status;
import org.tessera.submission.Submission;
import org.tessera.submission.Submissions;

/** What a district can learn from its own numbers, for its officers. Groups of fewer than five are not in it. */
@Service
public class Reports {

    /** Smaller groups are not shown. */
    public static final int LEAST = Breakdown.LEAST;

    /** Always the same number of years: which years there are would tell when something happened. */
    private static final int YEARS = 5;

    private final Officers officers;
    private final Accounts accounts;
    private final Submissions submissions;
    private final Credentials credentials;
    private final Outcomes outcomes;
    private final Badges badges;
    private final InstantSource clock;

    Reports(
            Officers officers,
            Accounts accounts,
            Submissions submissions,
            Credentials credentials,
            Outcomes outcomes,
            Badges badges,
            InstantSource clock) {
        this.officers = officers;
        this.accounts = accounts;
        this.submissions = submissions;
        this.credentials = credentials;
        this.outcomes = outcomes;
        this.badges = badges;
        this.clock = clock;
    }

    /** Whether a person may read the reports of their district. */
    public boolean isReader(PersonId person) {
        return officers.districtOf(person).isPresent();
    }

    /** The school years that can be chosen, the present one first. */
    public List<SchoolYear> years() {
        SchoolYear now = SchoolYear.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return IntStream.range(0, YEARS)
                .mapToObj(back -> new SchoolYear(now.first() - back))
                .toList();
    }

    /**
     * All reports of an officer's district, in the order of {@link Sheet.Kind}; nothing for anybody else.
     *
     * @param year one of {@link #years}, told month by month; without one all of them, told year by year
     */
    @Transactional(readOnly = true)
    public List<Sheet> of(PersonId officer, Optional<SchoolYear> year) {
        return officers.districtOf(officer)
                .map(district -> sheets(officer, district, year.filter(years()::contains)))
                .orElse(List.of());
    }

    private List<Sheet> sheets(PersonId officer, DistrictId district, Optional<SchoolYear> year) {
        List<Period> inYears = year.map(List::of).orElseGet(() -> years().reversed()).stream()
                .map(Period::of)
                .toList();
        List<Period> fine = year.map(Period::monthsOf).orElse(inYears);
        Results results = new Results(
                outcomes.of(district),
                Names.of(credentials.stacks().stream()
                        .flatMap(stack -> credentials.membersOf(stack).stream())
                        .toList()));
        return List.of(
                Progress.of(credentials.stacks(), statuses(district)),
                results.time(fine),
                results.attempts(inYears),
                results.agreement(inYears),
                results.rows(inYears),
                BadgeMonths.of(badges.happenings(officer), fine));
    }

    /** How far everybody is with every credential they have begun; what was earned in any version is earned. */
    private Collection<Map<CredentialId, Status>> statuses(DistrictId district) {
        Map<PersonId, Map<CredentialId, Status>> people = new LinkedHashMap<>();
        accounts.peopleOf(district).forEach(person -> people.put(person.id(), new HashMap<>()));
        for (Submission submission : submissions.of(district)) {
            people.computeIfAbsent(submission.earner(), _ -> new HashMap<>())
                    .merge(
                            submission.credential().id(),
                            submission.status(),
                            (before, now) -> before == Status.EARNED ? before : now);
        }
        return people.values();
    }
}
