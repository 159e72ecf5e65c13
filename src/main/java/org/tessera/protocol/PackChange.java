package org.tessera.protocol;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two versions of a pack.
 *
 * @param step the phase it is in, as the later version has it (the earlier one, if the phase is gone); empty if it is
 *     about the whole pack
 * @param what what is different: a path below the phase or the pack, such as {@code minutes} or {@code may/post}
 * @param before what it was; missing if nothing
 * @param after what it is; missing if nothing
 */
public record PackChange(Optional<JsonNode> step, What kind, String what, JsonNode before, JsonNode after) {

    /** What has happened. */
    public enum What {
        /** A value is another one, or is there, or is not there any more. */
        VALUE,
        /** The whole phase is new. */
        STEP_ADDED,
        /** The whole phase is gone. */
        STEP_REMOVED,
        /** The phase stands elsewhere; before and after are places, from 1. */
        STEP_MOVED
    }
}
