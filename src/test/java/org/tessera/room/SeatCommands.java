package org.tessera.room;

import static org.tessera.room.Ids.id;

import java.util.List;
import java.util.stream.Stream;
import org.tessera.room.RoomCommand.*;

/** One command of every kind a seat may send. */
final class SeatCommands {

    private SeatCommands() {}

    static Stream<OfSeat> oneOfEach() {
        return Stream.concat(everybodys(), conducting());
    }

    static Stream<OfSeat> everybodys() {
        return Stream.of(
                new AgreeNorms(),
                Commands.addNote("n", "a note"),
                Commands.editNote("n", "other words"),
                Commands.removeNote("n"),
                Commands.postNote("n"),
                Commands.keepNote("n"),
                Commands.moveNote("n", 1, 2),
                Commands.groupNotes("g", "n"),
                Commands.nameGroup("g", "a name"),
                new LinkNotes(id("n"), id("m")),
                new UnlinkNotes(id("n"), id("m")),
                Commands.castVote("n"),
                Commands.retractVote("n"),
                Commands.write(id("s"), "a sentence"),
                Commands.answer(id("s"), 3),
                Commands.addGoal("goal", "a goal"),
                Commands.editGoal("goal", "other words"),
                new AddItem(id("item"), "a row"),
                new EditItem(id("item"), "other words"),
                new RemoveItem(id("item")),
                new AnswerItem(id("item"), "yes", "because"),
                new OpenItem(id("item")),
                new SettleItem(id("item"), "yes", "because"),
                new SubmitScore(id("item"), 3, "page 2"),
                new SettleScore(id("item"), 3, "page 2"),
                new Ready(),
                new NotReady(),
                new RaiseHand(),
                new LowerHand(),
                new AskTime(),
                new RoomCommand.TakeFacilitation(),
                new RoomCommand.PassTurn(),
                new RoomCommand.EndTurn(),
                new RoomCommand.ShareVoice(true),
                new RoomCommand.JoinNote(id("n"), null),
                new Undo(id("command")),
                new ReplyNote(id("answer"), id("n"), "an answer"),
                new AdoptNorm(id("n"), "a norm"),
                new DropNorm(id("n")),
                new FlagNorm(id("n"), true),
                new CheckNorms("all", null),
                new Choose("north"));
    }

    /** What only the facilitator may do, in a meeting that describes student work. */
    static Stream<OfSeat> conducting() {
        return Stream.of(
                new FocusQuestion("What do they know?"),
                new StartPhase("interpret"),
                new ExtendPhase("describe", 2),
                new RoomCommand.NameCofacilitator(id("eva"), true),
                new RoomCommand.NameDeputy(id("eva")),
                new RoomCommand.GiveFloor(null),
                new RoomCommand.OrderTurns(List.of()),
                new FitAgenda(50, 6),
                new RoomCommand.ChangeMeeting("Friday", null, List.of(), null),
                new SetDue("describe", null),
                new RoomCommand.Rebalance("later"),
                new PausePhase("describe"),
                new ResumePhase("describe"),
                new EndPhase("describe"),
                new FormGroups(List.of(List.of(id("ana"), id("eva")))),
                Commands.assignRole("eva", "recorder"),
                Commands.allow("eva", "post", "because"),
                new CloseRoom("because"),
                new RoomCommand.CancelMeeting("because"),
                new RetagNote(id("n"), "feedback"),
                new RoomCommand.AddToGroup(id("p"), id("g")));
    }
}
