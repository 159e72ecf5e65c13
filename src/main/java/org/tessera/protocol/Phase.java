package org.tessera.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One timed step of a protocol.
 *
 * @param id short name, unique in the pack
 * @param speak the roles that have the floor; empty in silent phases
 * @param may which roles may do what in the shared area
 * @param kinds the kinds of note open in this phase, the first being the usual one
 * @param unlocks kinds of material that become visible when the phase starts, for example {@code context}
 * @param yields the artifact the phase leaves behind, if any
 * @param budget dots per person where the instrument is {@link Instrument#DOTS}, notes each person may post where it
 *     is a board with a limit; 0 means no limit
 * @param least the lowest answer of a check with which it passes (five fingers: 3); 0 where there is none
 * @param rework id of the phase to go back to when a check does not pass, if any
 * @param optional whether the facilitator may skip it
 * @param tools what the instrument works with
 * @param round how turns go round, if they do
 * @param timing whether the phase belongs to the meeting, or before or after it
 * @param turn which repetition this is, from 1; 0 where nothing repeats
 */
public record Phase(
        String id,
        Text name,
        Minutes minutes,
        Mode mode,
        Grouping grouping,
        Instrument instrument,
        Set<Role> speak,
        Map<Action, Set<Role>> may,
        Visibility visibility,
        List<NoteKind> kinds,
        List<String> unlocks,
        Optional<PhaseYield> yields,
        Prompts prompts,
        Expiry expiry,
        int budget,
        int least,
        Optional<String> rework,
        boolean optional,
        Tools tools,
        Optional<Round> round,
        Timing timing,
        int turn) {

    /**
     * What an instrument works with.
     *
     * @param layout how a board is laid out
     * @param items what a checklist or a score sheet goes through, if the pack brings its own
     * @param levels the highest level of a score sheet, whose levels are 1 to this; 0 where there is none
     * @param threshold the share of yes answers, in percent, with which an item of a checklist is settled; 0 where
     *     there is none
     * @param choices what people choose from
     */
    public record Tools(Layout layout, List<Choice> items, int levels, int threshold, List<Choice> choices) {

        /** What most phases need: nothing. */
        public static final Tools NONE = new Tools(Layout.FREE, List.of(), 0, 0, List.of());

        public Tools {
            items = List.copyOf(items);
            choices = List.copyOf(choices);
        }
    }

    public Phase {
        speak = Set.copyOf(speak);
        may = Map.copyOf(may);
        kinds = List.copyOf(kinds);
        unlocks = List.copyOf(unlocks);
    }

    /** Whether the protocol grants {@code action} to {@code role} in this phase. */
    public boolean grants(Role role, Action action) {
        return may.getOrDefault(action, Set.of()).contains(role);
    }

    /** Whether the phase looks back at how the group worked, and so asks both what helped and what to change. */
    public boolean isDebrief() {
        return kinds.contains(NoteKind.HELPED) && kinds.contains(NoteKind.CHANGE);
    }

    /** Whether its notes stay with their writers until it ends. */
    public boolean isSealed() {
        return visibility == Visibility.SEALED || visibility == Visibility.ANONYMOUS;
    }

    /** Whether people work in several small groups at once. */
    public boolean isInGroups() {
        return grouping != Grouping.ALL;
    }

    /** Whether it is held in the meeting, and not worked in before or after it in people's own time. */
    public boolean isInMeeting() {
        return timing == Timing.MEETING;
    }

    /** The id in the pack, without the number of the repetition. */
    public String base() {
        return turn == 0 ? id : id.substring(0, id.lastIndexOf('.'));
    }

    /** This phase with another length. */
    public Phase lasting(Minutes length) {
        return copy(id, length, yields, optional, turn);
    }

    /** This phase with the turns of its round, one for each of {@code turns}, as its exact length. */
    public Phase goingRound(int turns) {
        return round.flatMap(Round::turn)
                .map(each -> lasting(Minutes.exactly(Minutes.roundedUp(each.multipliedBy(turns)))))
                .orElse(this);
    }

    /** This phase as the {@code number}th of its repetitions, counted from 1. */
    Phase repeated(int number, boolean mayBeSkipped) {
        return copy(
                id + "." + number,
                minutes,
                yields.map(yield -> new PhaseYield(yield.id() + "." + number, yield.name())),
                optional || mayBeSkipped,
                number);
    }

    private Phase copy(
            String newId, Minutes length, Optional<PhaseYield> newYields, boolean mayBeSkipped, int repetition) {
        return new Phase(
                newId,
                name,
                length,
                mode,
                grouping,
                instrument,
                speak,
                may,
                visibility,
                kinds,
                unlocks,
                newYields,
                prompts,
                expiry,
                budget,
                least,
                rework,
                mayBeSkipped,
                tools,
                round,
                timing,
                repetition);
    }

    /** The planned length of the phase. */
    public Duration planned() {
        return minutes.target();
    }
}
