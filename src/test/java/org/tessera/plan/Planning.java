package org.tessera.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.ShippedCredentials;
import org.tessera.protocol.Pack;
import org.tessera.protocol.ShippedPacks;

/** A team, a term and a plan for tests, from what is shipped. */
final class Planning {

    static final String STACK = "leading-a-pa-community";
    static final List<Credential> CREDENTIALS = ShippedCredentials.membersOf(STACK);
    static final RequirementKey DISCUSSIONS = key("building-a-pa-learning-community", "discussions");
    static final RequirementKey COMMUNITY = key("building-a-pa-learning-community", "community");
    static final RequirementKey NEED = key("developing-a-plan-to-implement-pas", "need");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** A Monday. */
    static final LocalDate START = LocalDate.of(2026, 1, 12);

    static final Instant BEFORE = Instant.parse("2026-01-05T12:00:00Z");

    private static final List<Pack> PACKS = ShippedPacks.all();

    private Planning() {}

    static RequirementKey key(String credential, String criterion) {
        return new RequirementKey(
                CREDENTIALS.stream()
                        .map(Credential::ref)
                        .filter(ref -> ref.id().equals(new CredentialId(credential)))
                        .findFirst()
                        .orElseThrow(),
                criterion);
    }

    static List<PersonId> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new PersonId(new UUID(7, i)))
                .toList();
    }

    static Term term(int weeks, int minutes) {
        return new Term(
                START,
                START.plusWeeks(weeks).minusDays(1),
                Set.of(),
                new Rhythm(Set.of(DayOfWeek.TUESDAY), 1, LocalTime.of(15, 30), minutes),
                NEW_YORK);
    }

    static Plan blank(List<PersonId> earners, Term term) {
        return new Plan(
                new PlanId(new UUID(1, 2)),
                new TeamId(new UUID(3, 4)),
                new CredentialRef(new CredentialId(STACK), "1"),
                CREDENTIALS.stream().map(Credential::ref).toList(),
                earners,
                term,
                List.of(),
                List.of(),
                0);
    }

    static Circumstances circumstances(List<PersonId> members, Instant now) {
        return circumstances(members, List.of(), now);
    }

    static Circumstances circumstances(List<PersonId> members, List<Held> history, Instant now) {
        return new Circumstances(
                CREDENTIALS,
                members,
                PACKS,
                PACKS.stream().collect(Collectors.toMap(Pack::ref, Function.identity())),
                history,
                Set.of(),
                now);
    }

    static Plan edited(Plan plan, PlanEdit edit, Circumstances now) {
        return switch (Editing.apply(plan, edit, now)) {
            case Editing.Result.Changed(var changed) -> changed;
            case Editing.Result.Refused(var why) -> throw new AssertionError(edit + ": " + why);
        };
    }

    static PlanRefusal refused(Plan plan, PlanEdit edit, Circumstances now) {
        return switch (Editing.apply(plan, edit, now)) {
            case Editing.Result.Changed _ -> throw new AssertionError("was not refused: " + edit);
            case Editing.Result.Refused(var why) -> why;
        };
    }

    static List<PlannedMeeting> taking(Plan plan) {
        return plan.meetings().stream().filter(PlannedMeeting::takesPlace).toList();
    }

    /** Where each session is held, by its number. */
    static Map<Integer, UUID> places(Plan plan) {
        return plan.sessions().collect(Collectors.toMap(place -> place.session().number(), place -> place.meeting()
                .id()));
    }

    static List<String> aspectsLedBy(Plan plan, PersonId person) {
        return new ArrayList<>(plan.sessions()
                .filter(place -> place.session().lead().equals(person))
                .map(place -> place.session().aspect())
                .toList());
    }
}
