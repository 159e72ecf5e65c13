package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;

/** What the rulebook answered, ready to be compared with what it should have. */
record Verdict(Rehearsal before, RoomCommand command, Actor actor, Decision decision) {

    /** Exactly these events happen, in this order. */
    Rehearsal then(RoomEvent... events) {
        assertThat(events()).containsExactly(events);
        return meeting();
    }

    /** Nothing happens, because it already is so. */
    Rehearsal thenNothing() {
        return then();
    }

    /** Exactly one event happens, of this type. */
    <E extends RoomEvent> E thenOne(Class<E> type) {
        assertThat(events()).singleElement().isInstanceOf(type);
        return type.cast(events().getFirst());
    }

    /** Events of exactly these types happen, in this order. */
    @SafeVarargs
    final Rehearsal thenTypes(Class<? extends RoomEvent>... types) {
        assertThat(events()).<Class<?>>extracting(RoomEvent::getClass).containsExactly(types);
        return meeting();
    }

    void isRefused(Refusal reason) {
        assertThat(decision).as("%s by %s", command, actor).isEqualTo(new Refused(reason));
    }

    List<RoomEvent> events() {
        return accepted().events();
    }

    /** The meeting once the events are recorded. */
    Rehearsal meeting() {
        return before.recording(accepted(), actor);
    }

    private Accepted accepted() {
        assertThat(decision).as("%s by %s", command, actor).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }
}
