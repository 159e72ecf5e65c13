package org.tessera.room;

import org.tessera.protocol.Visibility;
import org.tessera.room.RoomCommand.*;

/**
 * Phases of which only the time is kept. The room takes nothing in them that carries words or leaves a trace of what
 * was talked about, private notes included; signals and the conduct of the meeting go on.
 */
final class Unrecorded {

    private Unrecorded() {}

    /** Whether {@code command} would leave something behind in a phase that keeps nothing. */
    static boolean refuses(Room room, OfSeat command) {
        return isRunning(room) && !isWordless(command);
    }

    /** Whether a phase runs of which nothing is kept. */
    static boolean isRunning(Room room) {
        return room.current()
                .map(room::phaseOf)
                .filter(phase -> phase.visibility() == Visibility.UNRECORDED)
                .isPresent();
    }

    /** Only what is named here is taken, so that a new command stays out until somebody has thought about it. */
    private static boolean isWordless(OfSeat command) {
        return switch (command) {
            case AgreeNorms c -> true;
            case Ready c -> true;
            case NotReady c -> true;
            case RaiseHand c -> true;
            case LowerHand c -> true;
            case AskTime c -> true;
            case PassTurn c -> true;
            case EndTurn c -> true;
            case GiveFloor c -> true;
            case OrderTurns c -> true;
            case ShareVoice c -> true;
            case NameCofacilitator c -> true;
            case NameDeputy c -> true;
            case TakeFacilitation c -> true;
            case FitAgenda c -> true;
            case Rebalance c -> true;
            case StartPhase c -> true;
            case ExtendPhase c -> true;
            case PausePhase c -> true;
            case ResumePhase c -> true;
            case EndPhase c -> true;
            case FormGroups c -> true;
            case AddToGroup c -> true;
            case AssignRole c -> true;
            // Why a step ends early is about the meeting; a right to write would have nothing to be used on.
            case RoomCommand.Override c -> c.action().equals("end");
            case CloseRoom c -> true;
            case CancelMeeting c -> true;
            case SetDue c -> true;
            default -> false;
        };
    }
}
