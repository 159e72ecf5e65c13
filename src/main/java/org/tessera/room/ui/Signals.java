package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomSummary.Status;

/** What everybody may do at any time: say that one is done, raise a hand, ask for more time. */
final class Signals extends Div {

    private final Button ready;
    private final Button hand;
    private final Button time;
    private final Span count = new Span();
    private @Nullable Shown shown;
    private boolean isReady;
    private boolean isUp;

    /** All that it is drawn from; it is drawn anew only when that changes. */
    private record Shown(
            boolean isReady,
            boolean isUp,
            Status status,
            boolean running,
            boolean ownTime,
            Role role,
            int done,
            int awaited) {}

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
        Shown now = new Shown(
                isReady,
                isUp,
                picture.status(),
                picture.current().isPresent(),
                picture.ownTimeNow().isPresent(),
                me.role(),
                picture.done(),
                picture.awaited().size());
        if (!now.equals(shown)) {
            shown = now;
            draw(now);
        }
    }

    private void draw(Shown now) {
        setVisible(now.status() != Status.CLOSED && (now.running() || !now.ownTime()));
        ready.setVisible(now.running() && now.role() != Role.COACH);
        press(ready, now.isReady());
        press(hand, now.isUp());
        hand.setVisible(!now.ownTime());
        hand.setText(getTranslation(now.isUp() ? "room.hand.down" : "room.hand"));
        time.setVisible(now.running() && !now.ownTime() && now.role() != Role.FACILITATOR);
        count.setVisible(now.running() && now.done() > 0);
        count.setText(getTranslation("room.ready.count", now.done(), now.awaited()));
    }

    private static void press(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        button.setClassName("pressed", pressed);
    }
}
