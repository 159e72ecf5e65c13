package org.tessera.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;

/** How far assessors of a district agree: for its officers, and of themselves for each assessor. */
@Service
public class Agreements {

    private final CaseStore store;
    private final PanelStore members;
    private final Officers officers;
    private final Accounts accounts;
    private final Credentials credentials;

    Agreements(CaseStore store, PanelStore members, Officers officers, Accounts accounts, Credentials credentials) {
        this.store = store;
        this.members = members;
        this.officers = officers;
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /** How far two scorers agree about the rows of a credential. */
    public record Line(Credential credential, List<Row> rows) {
        public Line {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of the rubric.
     *
     * @param quarters those with enough hand-ins, the earliest first
     */
    public record Row(String id, Scale scale, Group whole, List<Quarter> quarters) {
        public Row {
            quarters = List.copyOf(quarters);
        }
    }

    /** A quarter of a school year, by its first day. */
    public record Quarter(LocalDate from, Group group) {}

    /**
     * Figures of at least five hand-ins.
     *
     * @param exact percent of hand-ins in which both gave the same level
     * @param kappa what of it goes beyond chance; nothing where everybody gave the same level everywhere
     */
    public record Group(int handIns, int exact, Optional<Double> kappa) {}

    /** The drift of an assessor in one credential. */
    public record Own(Credential credential, Drift drift) {}

    /** The same with the assessor. */
    public record Named(Person assessor, Credential credential, Drift drift) {}

    /** The agreement in an officer’s district, by credential; nothing for anybody else. */
    @Transactional(readOnly = true)
    public List<Line> of(PersonId officer) {
        Optional<DistrictId> district = officers.districtOf(officer);
        if (district.isEmpty()) {
            return List.of();
        }
        ZoneId zone = members.zone(district.get()).orElse(Panels.USUAL_ZONE);
        List<Line> lines = new ArrayList<>();
        for (Credential credential : credentials()) {
            List<Row> rows =
                    AgreementTable.of(scores(district.get(), credential.ref().id()), zone);
            if (!rows.isEmpty()) {
                lines.add(new Line(credential, rows));
            }
        }
        return lines;
    }

    /** The drift of every member of an officer’s district, by name, where it is of enough cases. */
    @Transactional(readOnly = true)
    public List<Named> drifts(PersonId officer) {
        Optional<DistrictId> district = officers.districtOf(officer);
        if (district.isEmpty()) {
            return List.of();
        }
        List<Named> drifts = new ArrayList<>();
        for (Credential credential : credentials()) {
            List<DoubleScore> scores = scores(district.get(), credential.ref().id());
            for (PersonId member : members.members(district.get()).keySet()) {
                Drift drift = Drift.of(member, scores, Instant.MIN);
                accounts.person(member)
                        .filter(_ -> drift.isShown())
                        .ifPresent(person -> drifts.add(new Named(person, credential, drift)));
            }
        }
        drifts.sort(Comparator.comparing(named -> named.assessor().name()));
        return drifts;
    }

    /** An assessor’s own drift, where it is of enough cases. */
    @Transactional(readOnly = true)
    public List<Own> own(PersonId assessor) {
        return accounts.person(assessor).map(Person::district).stream()
                .flatMap(district -> credentials().stream()
                        .map(credential -> new Own(
                                credential,
                                Drift.of(
                                        assessor,
                                        scores(district, credential.ref().id()),
                                        Instant.MIN))))
                .filter(own -> own.drift().isShown())
                .toList();
    }

    private List<Credential> credentials() {
        return credentials.stacks().stream()
                .flatMap(stack -> credentials.membersOf(stack).stream())
                .toList();
    }

    /** All rows of a credential that were scored twice in a district, with who scored them. */
    List<DoubleScore> scores(DistrictId district, CredentialId credential) {
        return store.of(district, credential).stream()
                .filter(kept -> kept.now().brief().isSecondScored())
                .flatMap(kept -> DoubleScore.of(kept.now(), scorersOf(kept.id())).stream())
                .toList();
    }

    /** Who scored a case last. */
    Map<Task, PersonId> scorersOf(CaseId id) {
        Map<Task, PersonId> people = new EnumMap<>(Task.class);
        store.heldOn(id).stream()
                .filter(held -> held.ending().filter(Held.Ending.DONE::equals).isPresent())
                .filter(held -> held.task() == Task.FIRST_SCORE || held.task() == Task.SECOND_SCORE)
                .sorted(Comparator.comparing(held -> held.ended().orElseThrow()))
                .forEach(held -> people.put(held.task(), held.person()));
        return people;
    }
}
