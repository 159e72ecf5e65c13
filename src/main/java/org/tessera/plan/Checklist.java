package org.tessera.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Criterion;
import org.tessera.protocol.Pack;

/** Every requirement of a stack for every earner of a plan: met by dated steps, or not, and why not. */
public record Checklist(List<Line> lines) {

    public Checklist {
        lines = List.copyOf(lines);
    }

    /** A requirement for an earner. */
    public record Line(CredentialRef credential, Criterion requirement, PersonId earner, Status status) {

        /** Which requirement it is. */
        public RequirementKey key() {
            return new RequirementKey(credential, requirement.id());
        }

        /** Whether dated steps meet it. */
        public boolean covered() {
            return status instanceof Covered;
        }
    }

    /** Whether a requirement is met by the plan. */
    public sealed interface Status {
        /** What there is of dated steps. */
        List<Step> steps();
    }

    /** It is, by these steps. */
    public record Covered(List<Step> steps) implements Status {
        public Covered {
            steps = List.copyOf(steps);
        }
    }

    /** It is not: these steps are too few. */
    public record Uncovered(List<Step> steps, Shortfall why) implements Status {
        public Uncovered {
            steps = List.copyOf(steps);
        }
    }

    /** How many of the lines are covered. */
    public int covered() {
        return (int) lines.stream().filter(Line::covered).count();
    }

    /** The line of this requirement and earner. */
    public Optional<Line> line(RequirementKey key, PersonId earner) {
        return lines.stream()
                .filter(line -> line.key().equals(key) && line.earner().equals(earner))
                .findFirst();
    }

    static Checklist of(Plan plan, Circumstances now) {
        Offer offer = new Offer(now, plan.term().rhythm().minutes());
        List<Line> lines = new ArrayList<>();
        for (Credential credential : now.credentials()) {
            for (Criterion requirement : credential.requirements()) {
                for (PersonId earner : plan.earners()) {
                    RequirementKey key = new RequirementKey(credential.ref(), requirement.id());
                    Status status = now.members().contains(earner)
                            ? Wanted.of(requirement)
                                    .map(wanted -> computed(
                                            Tally.of(plan, now.history(), key, wanted, earner), offer, now.people()))
                                    .orElseGet(() -> assigned(plan, now, key, earner, offer))
                            : new Uncovered(List.of(), new Shortfall.EarnerGone());
                    lines.add(new Line(credential.ref(), requirement, earner, status));
                }
            }
        }
        return new Checklist(lines);
    }

    private static Status computed(Tally tally, Offer offer, int people) {
        if (tally.missing() <= 0) {
            return new Covered(tally.steps());
        }
        if (people < tally.wanted().people()) {
            return new Uncovered(
                    tally.steps(), new Shortfall.TooFewPeople(tally.wanted().people(), people));
        }
        List<String> counting = tally.stillCounting();
        List<String> usable = offer.usable(counting, tally.wanted());
        int aspects = usable.size();
        boolean enough = aspects > 0
                && (aspects >= tally.missing()
                        || tally.wanted().distinctAspects() < tally.wanted().atLeast());
        if (enough) {
            return new Uncovered(tally.steps(), new Shortfall.NoMeetingLeft(tally.missing()));
        }
        List<String> without =
                counting.stream().filter(aspect -> !usable.contains(aspect)).toList();
        return new Uncovered(
                tally.steps(),
                new Shortfall.NoProtocol(tally.missing() - aspects, usable, offer.unfit(without, tally.wanted())));
    }

    private static Status assigned(Plan plan, Circumstances now, RequirementKey key, PersonId earner, Offer offer) {
        return plan.assignment(key)
                .map(assignment -> switch (assignment) {
                    case Assignment.OwnWork work ->
                        new Covered(List.of(new Step.OwnWork(work.due(), work.who(), work.words())));
                    case Assignment.InMeeting in -> held(plan, now, key, earner, offer, in);
                })
                .orElseGet(() -> new Uncovered(List.of(), new Shortfall.NobodySaid()));
    }

    private static Status held(
            Plan plan, Circumstances now, RequirementKey key, PersonId earner, Offer offer, Assignment.InMeeting in) {
        List<Step> steps = plan.sessions()
                .filter(place -> place.session().serves(key, earner))
                .map(Tally::step)
                .toList();
        if (!steps.isEmpty()) {
            return new Covered(steps);
        }
        Optional<Pack> chosen = now.offered().stream()
                .filter(pack -> pack.ref().id().equals(in.pack()))
                .findFirst();
        if (chosen.isEmpty()) {
            return new Uncovered(List.of(), new Shortfall.ChosenGone(in.pack()));
        }
        return new Uncovered(
                List.of(),
                offer.unfitByTime(chosen.get())
                        .<Shortfall>map(Shortfall.ChosenUnfit::new)
                        .orElseGet(() -> new Shortfall.NoMeetingLeft(1)));
    }
}
