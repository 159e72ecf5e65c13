package org.tessera.plan;

import java.util.List;
import org.tessera.protocol.GroupSize;
import org.tessera.protocol.PackRef;

/** Why a requirement is not covered by the plan. */
public sealed interface Shortfall {

    /** There are not enough meetings left in the term: so many sessions have no place. */
    record NoMeetingLeft(int sessions) implements Shortfall {}

    /**
     * No protocol of the team that works on an aspect that counts fits the meetings.
     *
     * @param missing how many more aspects are needed than there are
     * @param usable the aspects for which there is one
     * @param unfit the protocols that work on another one and do not fit
     */
    record NoProtocol(int missing, List<String> usable, List<Unfit> unfit) implements Shortfall {

        public NoProtocol {
            usable = List.copyOf(usable);
            unfit = List.copyOf(unfit);
        }
    }

    /** The meetings it asks for need more people than the team has. */
    record TooFewPeople(int needed, int people) implements Shortfall {}

    /** The protocol that somebody chose for it does not fit the meetings. */
    record ChosenUnfit(Unfit chosen) implements Shortfall {}

    /** The protocol that somebody chose for it is no longer there. */
    record ChosenGone(String pack) implements Shortfall {}

    /** It cannot be computed from meetings, and nobody has said yet how it will be met. */
    record NobodySaid() implements Shortfall {}

    /** The earner is no longer in the team. */
    record EarnerGone() implements Shortfall {}

    /**
     * A protocol that does not fit the meetings of the plan.
     *
     * @param needs the minutes it takes with this team at least; 0 if the team's size is what is in the way
     * @param has the minutes a meeting has for it
     */
    record Unfit(PackRef pack, int needs, int has, GroupSize meant, int people) {}
}
