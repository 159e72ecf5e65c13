package org.tessera.room.ui;

import org.tessera.room.RoomCommand;

/** What parts of the page ask of the room in the person's name. A refusal is shown to the person as a sentence. */
interface Requests {

    /** Asks; {@code done} runs on the page once it has happened and is durable, and never if it was refused. */
    void ask(RoomCommand.OfSeat command, Runnable done);

    /** Asks for what needs no answer here: what happened comes back as a picture. */
    default void ask(RoomCommand.OfSeat command) {
        ask(command, () -> {});
    }
}
