package org.tessera.submission;

import java.time.Duration;
import java.util.List;
import org.tessera.credential.Aspect;
import org.tessera.credential.Rule;

/** Why a rule is not met, or why linked evidence does not count towards it. Each has a sentence that names the way on. */
public sealed interface Miss {

    /**
     * Discussions are missing.
     *
     * @param counted how many count so far
     * @param needed how many must count
     * @param covered the aspects they are on; where more are needed they must be on others
     * @param newAspects how many of the missing ones must each be on an aspect of its own
     */
    record StillNeeded(int counted, int needed, List<Aspect> covered, int newAspects) implements Miss {
        public StillNeeded {
            covered = List.copyOf(covered);
        }

        /** How many discussions are missing. */
        public int missing() {
            return needed - counted;
        }
    }

    /** Somebody else held the facilitator's role at least as long as the earner. */
    record NotFacilitated(Discussion discussion, Duration earner, Duration another) implements Miss {}

    /** The credential is not known to count the discussion's aspect. */
    record AspectNotNamed(Discussion discussion) implements Miss {}

    /** An earlier discussion already covers the aspect. */
    record AspectRepeated(Discussion discussion, Aspect aspect, Discussion covering) implements Miss {}

    /** The discussion was in another learning community than the others. */
    record OtherPlc(Discussion discussion) implements Miss {}

    /** Meetings that the earner took part in are missing. */
    record MeetingsNeeded(int counted, Rule.TookPart rule) implements Miss {

        /** How many meetings are missing. */
        public int missing() {
            return rule.atLeast() - counted;
        }
    }

    /** The meeting was on another aspect. */
    record OtherAspect(Discussion discussion, Aspect wanted) implements Miss {}

    /** The earner is not known to have been in the meeting. */
    record NotThere(Discussion discussion) implements Miss {}

    /** The earner only watched, as a coach. */
    record OnlyWatched(Discussion discussion) implements Miss {}

    /** Nobody presented, so nobody can tell whose work it was on. */
    record NobodyPresented(Discussion discussion) implements Miss {}

    /** The work was a colleague's where the earner's own is asked for, or the other way round. */
    record OtherWork(Discussion discussion, Rule.Work wanted) implements Miss {}

    /**
     * Fewer were there than the rule asks for.
     *
     * @param there how many besides the earner and whoever presented
     */
    record TooFew(Discussion discussion, int there, Rule.TookPart rule) implements Miss {}

    /** The meeting did not leave behind what the rule asks for. */
    record LeftNothing(Discussion discussion, String yield) implements Miss {}

    /**
     * Linked exhibits come from no meeting that was recorded here, so no rule about meetings can count them.
     *
     * @param exhibits how many of them are linked
     */
    record NoMeeting(int exhibits) implements Miss {}

    /** Pieces of evidence that the earner declares are missing. */
    record PiecesNeeded(int counted, int needed) implements Miss {

        /** How many pieces are missing. */
        public int missing() {
            return needed - counted;
        }
    }

    /** Parts of a package have no piece yet. */
    record ItemsNeeded(List<Rule.Item> items) implements Miss {
        public ItemsNeeded {
            items = List.copyOf(items);
        }
    }
}
