package org.tessera.protocol;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change somebody makes to a draft. It says what it changes and what stood there before, so that changes by several
 * people come together unless they touch the same thing.
 */
public sealed interface DraftEdit {

    /**
     * Another value.
     *
     * @param path where: as a JSON Pointer, with a phase by {@code @} and its id in place of its number, for example
     *     {@code /phases/@describe/name}
     * @param was what the person saw there; missing if nothing
     * @param becomes missing to take the value away
     */
    record Put(String path, JsonNode was, JsonNode becomes) implements DraftEdit {}

    /** A phase that was not there, behind another one or at the beginning. */
    record AddPhase(Optional<String> behind, ObjectNode phase) implements DraftEdit {}

    /** A phase goes so many places down, or up if it is negative; at the ends it stays. */
    record MovePhase(String phase, int places) implements DraftEdit {}

    /** A phase goes, and with it what other rules say about it. */
    record RemovePhase(String phase) implements DraftEdit {}
}
