package org.tessera.room.ui;

import com.vaadin.flow.data.binder.Binder;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;

/** Fits the meeting's time to other minutes or other people, and says in plain words where that cannot be. */
final class TimeDialog extends RoomDialog {

    TimeDialog(RoomPicture picture, Pack pack, Requests requests) {
        super("room.arrange.time");
        int coming = (int) picture.people().stream()
                .filter(person -> person.role() != Role.COACH)
                .count();
        NewRoom plan = new NewRoom();
        plan.setMinutes((int) Math.ceil(picture.plannedMinutes()));
        plan.setPeople(picture.arranged().people().orElse(coming));
        TimeFields time = new TimeFields();
        Binder<NewRoom> binder = new Binder<>();
        time.bindStrictly(binder);
        binder.readBean(plan);
        time.follow(pack, coming);
        add(time);
        act("room.arrange.save", () -> {
            if (binder.writeBeanIfValid(plan)) {
                requests.ask(new RoomCommand.FitAgenda(plan.getMinutes(), plan.getPeople()), this::close);
            }
        });
    }
}
