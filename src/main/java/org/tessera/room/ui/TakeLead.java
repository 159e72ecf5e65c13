package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomSummary.Status;

/** A way to lead: again, for who was away while the room went on, or in the place of a facilitator who is not there. */
final class TakeLead extends Div {

    private final Span text = new Span();
    private final Button take;

    TakeLead(Requests requests) {
        addClassName("take-lead");
        take = new Button("", _ -> requests.ask(new RoomCommand.TakeFacilitation()));
        take.addThemeVariants(ButtonVariant.SMALL);
        add(text, take);
    }

    /** Whether there is something to take over, or back. */
    static boolean isOffered(RoomPicture picture) {
        boolean instead = (isToBegin(picture) || isAfterwards(picture))
                && !picture.isLed()
                && picture.me()
                        .filter(me -> !me.guest() && me.role() != Role.FACILITATOR)
                        .isPresent();
        return isBack(picture) || instead;
    }

    private static boolean isBack(RoomPicture picture) {
        return picture.mayTakeBack() && picture.status() != Status.CLOSED;
    }

    void show(RoomPicture picture) {
        String leads = picture.facilitator().map(PersonPicture::name).orElse("");
        boolean back = isBack(picture);
        text.setText(
                back
                        ? getTranslation("room.lead.back.text", leads)
                        : getTranslation(
                                isAfterwards(picture) ? "room.lead.after.text" : "room.lead.instead.text", leads));
        take.setText(getTranslation(back ? "room.lead.back" : "room.lead.instead"));
    }

    /** Whether a meeting is to begin: not while somebody works alone, unless others have come together. */
    private static boolean isToBegin(RoomPicture picture) {
        boolean together = picture.people().stream()
                .anyMatch(person -> person.here() && !person.id().equals(picture.you()));
        return picture.isAhead() && (together || picture.ownTimeNow().isEmpty());
    }

    /** Whether the meeting is over and its room still open: nobody follows a facilitator by itself any more. */
    private static boolean isAfterwards(RoomPicture picture) {
        return picture.status() == Status.RUNNING && picture.startedAt().isPresent() && !picture.isMeeting();
    }
}
