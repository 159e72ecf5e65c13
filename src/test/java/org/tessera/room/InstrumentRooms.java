package org.tessera.room;

import static org.tessera.room.Ids.id;
import static org.tessera.room.Part.coach;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.Part.presenter;
import static org.tessera.room.Part.recorder;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.util.List;
import java.util.UUID;
import org.tessera.room.RoomCommand.AddItem;
import org.tessera.room.RoomCommand.AnswerItem;
import org.tessera.room.RoomCommand.OpenItem;
import org.tessera.room.RoomCommand.SettleItem;
import org.tessera.room.RoomCommand.SettleScore;
import org.tessera.room.RoomCommand.SubmitScore;

/**
 * Meetings with checklists and score sheets, after {@code packs/instruments.yaml}: ana facilitates, ben presents, rosa
 * records, eva, leo and tim take part, cleo watches.
 */
final class InstrumentRooms {

    private InstrumentRooms() {}

    static Rehearsal instrumentsIn(String phase) {
        return aRoom().of("instruments")
                .with(facilitator("ana"), presenter("ben"), recorder("rosa"))
                .with(participant("eva"), participant("leo"), participant("tim"), coach("cleo"))
                .inPhase(phase);
    }

    /** Two rows, evidence and voice, scored alone. */
    static Rehearsal scoring() {
        return instrumentsIn("rows")
                .does("ben", new AddItem(id("voice"), "Speaks to a reader"))
                .inPhase("score");
    }

    /** The item of the pack that is called {@code name} there, or the one added under that name. */
    static UUID item(Rehearsal meeting, String name) {
        return meeting.room().pack().phases().stream()
                .flatMap(phase -> phase.tools().items().stream()
                        .filter(choice -> choice.id().equals(name))
                        .map(choice -> Rulebook.derived(meeting.room(), "item", phase.id() + ":" + name)))
                .findFirst()
                .orElse(id(name));
    }

    static AnswerItem yes(Rehearsal meeting, String item) {
        return new AnswerItem(item(meeting, item), "yes", null);
    }

    static AnswerItem no(Rehearsal meeting, String item, String why) {
        return new AnswerItem(item(meeting, item), "no", why);
    }

    static OpenItem open(Rehearsal meeting, String item) {
        return new OpenItem(item(meeting, item));
    }

    static SettleItem settle(Rehearsal meeting, String item, String agreed, String rationale) {
        return new SettleItem(item(meeting, item), agreed, rationale);
    }

    static SubmitScore score(Rehearsal meeting, String item, int level, String evidence) {
        return new SubmitScore(item(meeting, item), level, evidence);
    }

    static SettleScore settleScore(Rehearsal meeting, String item, int level, String rationale) {
        return new SettleScore(item(meeting, item), level, rationale);
    }

    /** These people say yes, the others no. */
    static Rehearsal answered(Rehearsal meeting, String item, List<String> yes, List<String> no) {
        Rehearsal after = meeting;
        for (String who : yes) {
            after = after.does(who, yes(after, item));
        }
        for (String who : no) {
            after = after.does(who, no(after, item, "not for me"));
        }
        return after;
    }

    static Entity.Consensus consensus(Rehearsal meeting, String item) {
        UUID id = item(meeting, item);
        return meeting.room()
                .consensus(Rulebook.latestPhase(meeting.room()).id(), id)
                .orElseThrow();
    }
}
