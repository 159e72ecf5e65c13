package org.tessera.plan;

/** Why a change of a plan was refused. */
public enum PlanRefusal {
    /** There is no such plan for this person. */
    UNKNOWN_PLAN,
    /** There is no such meeting. */
    UNKNOWN_MEETING,
    /** There is no such stack. */
    UNKNOWN_STACK,
    /** The meeting's time has come: what was planned for it stays. */
    PAST,
    /** The meeting's time has not come yet. */
    AHEAD,
    /** That time is past. */
    TIME_PAST,
    /** Nobody meets on that day. */
    DAY_CLOSED,
    /** That day is not in the term. */
    OUTSIDE_TERM,
    /** Another meeting is at that time. */
    CLASH,
    /** The meeting does not take place. */
    NOT_PLANNED,
    /** The meeting was not called off. */
    NOT_CANCELLED,
    /** There is no such requirement, or it is computed from meetings. */
    UNKNOWN_REQUIREMENT,
    /** The team has no such protocol. */
    UNKNOWN_PROTOCOL,
    /** That person is not in the team. */
    NOT_A_MEMBER,
    /** Nobody means to earn anything. */
    NO_EARNER,
    /** The term cannot be planned: its end, its days or the length of its meetings. */
    TERM_UNSOUND,
    /** There are no words, or too many. */
    WORDS,
    /** Somebody else changed the plan in the meantime. */
    OVERTAKEN,
    /** The session cannot be prepared: its meeting does not take place or is past. */
    NOT_TO_PREPARE
}
