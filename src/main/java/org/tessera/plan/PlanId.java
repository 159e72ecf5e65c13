package org.tessera.plan;

import java.util.UUID;

/** A plan of a team for a term. */
public record PlanId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
