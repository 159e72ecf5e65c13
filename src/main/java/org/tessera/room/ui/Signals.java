package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomSummary.Status;

/** What everybody may do at any time: say that one is done, raise a hand, ask for more time. */
final class Signals extends Div {

    private final Button ready;
    private final Button hand;
    private final Button time;
    private final Span count = new Span();
    private boolean isReady;
    private boolean isUp;

    Signals(Requests requests) {
        addClassName("signals");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("room.signals"));
        ready = new Button(
                getTranslation("room.ready"),
                VaadinIcon.CHECK_CIRCLE_O.create(),
                _ -> requests.ask(isReady ? new RoomCommand.NotReady() : new RoomCommand.Ready()));
        hand = new Button(
                getTranslation("room.hand"),
                VaadinIcon.HAND.create(),
                _ -> requests.ask(isUp ? new RoomCommand.LowerHand() : new RoomCommand.RaiseHand()));
        time = new Button(
                getTranslation("room.ask-time"),
                VaadinIcon.HOURGLASS.create(),
                _ -> requests.ask(new RoomCommand.AskTime()));
        count.addClassName("quiet");
        add(ready, hand, time, count);
        setVisible(false);
    }

    void show(RoomPicture picture, PersonPicture me) {
        isReady = me.ready();
        isUp = me.hand().isPresent();
        boolean running = picture.current().isPresent();
        boolean ownTime = picture.ownTimeNow().isPresent();
        setVisible(picture.status() != Status.CLOSED && (running || !ownTime));
        ready.setVisible(running && me.role() != Role.COACH);
        press(ready, isReady);
        press(hand, isUp);
        hand.setVisible(!ownTime);
        hand.setText(getTranslation(isUp ? "room.hand.down" : "room.hand"));
        time.setVisible(running && !ownTime && me.role() != Role.FACILITATOR);
        int done = picture.done();
        count.setVisible(running && done > 0);
        count.setText(getTranslation("room.ready.count", done, picture.awaited().size()));
    }

    private static void press(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        button.setClassName("pressed", pressed);
    }
}
