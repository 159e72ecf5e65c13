package org.tessera.room;

import static org.tessera.room.Part.coach;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.Part.presenter;
import static org.tessera.room.Part.recorder;
import static org.tessera.room.RehearsalPlan.aRoom;

/** Six people in a meeting that asks, chooses, agrees on norms and looks back: the pack {@code packs/voices.yaml}. */
final class Voices {

    private Voices() {}

    static Rehearsal waiting() {
        return aRoom().of("voices")
                .with(facilitator("ana"), presenter("ben"), recorder("rosa"))
                .with(participant("eva"), participant("leo"), coach("cleo"))
                .waiting();
    }

    static Rehearsal voicesIn(String phase) {
        return waiting().inPhase(phase);
    }
}
