package org.tessera.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;

/** How the open cases of a district stand, for its officers. It does not tell whose they are. */
@Service
public class Workload {

    private final CaseStore store;
    private final Panels panels;
    private final Officers officers;
    private final Accounts accounts;
    private final Credentials credentials;
    private final InstantSource clock;

    Workload(
            CaseStore store,
            Panels panels,
            Officers officers,
            Accounts accounts,
            Credentials credentials,
            InstantSource clock) {
        this.store = store;
        this.panels = panels;
        this.officers = officers;
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * An open case.
     *
     * @param days business days since it was handed in
     * @param due until when there is to be a result
     * @param nobody tasks that nobody holds, because nobody could be drawn
     */
    public record Line(
            CaseId on,
            Credential credential,
            Stage stage,
            int days,
            Instant due,
            boolean isLate,
            boolean isOverdue,
            List<Holder> holders,
            Set<Task> nobody) {

        public Line {
            holders = List.copyOf(holders);
            nobody = Set.copyOf(nobody);
        }
    }

    /** Who has a task on the desk. */
    public record Holder(Task task, String name, Instant until) {}

    /** The open cases of an officer’s district, the most urgent first; nothing for anybody else. */
    @Transactional(readOnly = true)
    public List<Line> of(PersonId officer) {
        Optional<DistrictId> district = officers.districtOf(officer);
        if (district.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        BusinessDays calendar = panels.calendarOf(district.get());
        List<Held> held = store.allHeld(district.get());
        return store.openIn(district.get()).stream()
                .flatMap(kept -> credentials.find(kept.now().brief().credential()).stream()
                        .map(credential -> line(kept.now(), credential, calendar, now, held)))
                .sorted(Comparator.comparing(Line::due))
                .toList();
    }

    private Line line(Case one, Credential credential, BusinessDays calendar, Instant now, List<Held> all) {
        Turnaround turnaround = Turnaround.of(one, calendar, now);
        List<Holder> holders = all.stream()
                .filter(held -> held.on().equals(one.id()))
                .map(held -> new Holder(held.task(), accounts.nameOf(held.person()), held.until()))
                .toList();
        Set<Task> nobody = EnumSet.noneOf(Task.class);
        nobody.addAll(one.openTasks());
        holders.forEach(holder -> nobody.remove(holder.task()));
        return new Line(
                one.id(),
                credential,
                one.stage(),
                turnaround.days(),
                turnaround.resultDue(),
                turnaround.isLate(now),
                turnaround.isOverdue(now),
                holders,
                nobody);
    }
}
