package org.tessera.account;

import java.util.List;

/** What came of a list of people to invite. */
public sealed interface InviteListAnswer {

    /** What would happen, line by line. Nothing has happened. */
    record Forecast(List<InviteStep> steps) implements InviteListAnswer {
        public Forecast {
            steps = List.copyOf(steps);
        }

        /** Whether every line is in order, so that it can be done. */
        public boolean isSound() {
            return steps.stream().noneMatch(step -> step.outcome() instanceof InviteStep.Outcome.Faulty);
        }
    }

    /**
     * It is done, all of it.
     *
     * @param invited those with a new account, and their links, told this once
     * @param joined how many who had an account were put into a team
     * @param passedOver how many addresses could not be invited
     */
    record Done(List<InviteAnswer.Invited> invited, int joined, int passedOver) implements InviteListAnswer {
        public Done {
            invited = List.copyOf(invited);
        }
    }

    /** Nothing was done, because the list cannot be read. */
    record Unreadable(InviteList.Unreadable why) implements InviteListAnswer {}

    /** Nothing was done. */
    enum Refused implements InviteListAnswer {
        /** Who asks acts for no district. */
        NOT_OFFICER,
        /** Something changed since it was looked at; look again. */
        CHANGED
    }
}
