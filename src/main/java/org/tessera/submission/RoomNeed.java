package org.tessera.submission;

import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.protocol.Text;

/** A requirement that is still thin for somebody and that the meeting they are in could serve. */
public record RoomNeed(Credential credential, Criterion criterion, Help help) {

    /** What the meeting could do for it, while there is time. */
    public sealed interface Help {

        /** As it is going it will count, as the so many-th of those needed. */
        record Counts(int nth, int needed) implements Help {}

        /** It will count for whoever facilitates longest. */
        record IfYouFacilitate(int nth, int needed) implements Help {}

        /** It is on an aspect that an earlier meeting already covers. */
        record Again(String covering) implements Help {}

        /** More people must take part. */
        record MorePeople(int missing) implements Help {}

        record IfYouPresent() implements Help {}

        record IfAColleaguePresents() implements Help {}

        /** A coach only watches. */
        record IfYouTakePart() implements Help {}

        /** A step of the protocol leaves something that could serve it. */
        record Yields(Text name) implements Help {}
    }
}
