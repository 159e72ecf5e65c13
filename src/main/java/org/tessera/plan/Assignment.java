package org.tessera.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Optional;
import org.tessera.account.PersonId;

/** How a person said that a requirement will be met, where nothing can be computed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "how")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Assignment.InMeeting.class, name = "meeting"),
    @JsonSubTypes.Type(value = Assignment.OwnWork.class, name = "work")
})
public sealed interface Assignment {

    /** The longest description of a piece of work. */
    int MOST = 500;

    /** The requirement it is about; there is one assignment for each. */
    RequirementKey requirement();

    /**
     * By holding a protocol in one of the meetings.
     *
     * @param lead who facilitates it; whose turn it is where nobody is named
     */
    record InMeeting(RequirementKey requirement, String pack, Optional<PersonId> lead) implements Assignment {}

    /** By work done outside of the meetings, until a day. */
    record OwnWork(RequirementKey requirement, LocalDate due, PersonId who, String words) implements Assignment {}
}
