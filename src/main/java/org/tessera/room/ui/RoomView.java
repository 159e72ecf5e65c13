package org.tessera.room.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.clock.AlarmClock;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;
import org.tessera.room.Outcome;
import org.tessera.room.Refusals;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;

/** The live room, for people and guests. Whoever may not know of a room gets the answer for one that is not there. */
@Route("rooms/:room")
@PermitAll
@CssImport("./styles/room.css")
class RoomView extends RoomPage {

    private static final int REFUSAL_MILLIS = 8_000;

    private final Rooms rooms;
    private final Accounts accounts;
    private final Protocols protocols;
    private final AlarmClock clock;
    private @Nullable Furniture furniture;

    RoomView(Rooms rooms, CurrentUser user, AlarmClock clock, Accounts accounts, Protocols protocols) {
        super(rooms, user, clock);
        this.rooms = rooms;
        this.accounts = accounts;
        this.protocols = protocols;
        this.clock = clock;
        addClassName("room-page");
    }

    /** What a link to a room needs. */
    static RouteParameters parameters(RoomId room) {
        return new RouteParameters("room", room.toString());
    }

    @Override
    void prepare(RoomSummary room, SignedIn me) {
        Pack pack = protocols.find(room.pack()).orElseThrow(NotFoundException::new);
        Furniture made = new Furniture(pack, me, this::ask, this::openDoor, this::sitAgain, clock);
        made.prepare(room, accounts.team(room.team()).map(Team::name).orElse(""));
        removeAll();
        add(made);
        furniture = made;
    }

    @Override
    void show(RoomPicture picture, Optional<RoomPicture> before, List<Happening> news, Instant now) {
        if (furniture != null) {
            furniture.show(picture, before, news, now);
            lookForWays(furniture, picture);
        }
        if (!before.map(RoomPicture::current).equals(Optional.of(picture.current()))) {
            getUI().ifPresent(ui -> ui.getPage().setTitle(titleIn(picture)));
        }
    }

    /** The ways on are the room's to say: they depend on what the protocol protects. */
    private void lookForWays(Furniture made, RoomPicture picture) {
        if (picture.isFacilitator()) {
            seat().ifPresent(seat -> seat.lookForWays(ways -> made.offer(picture, ways)));
        }
    }

    @Override
    void sayLost() {
        if (furniture != null) {
            furniture.sayLost();
        }
    }

    /** Behind a video call the tab's title is all one sees of the room. */
    private String titleIn(RoomPicture picture) {
        return picture.phase()
                .map(phase -> getTranslation("room.page.phase", phase.name().in(getLocale()), picture.title()))
                .orElseGet(this::getPageTitle);
    }

    private void ask(RoomCommand.OfSeat command, Runnable done) {
        seat().ifPresentOrElse(
                        seat -> seat.ask(command, outcome -> {
                            switch (outcome) {
                                case Outcome.Done _ -> done.run();
                                case Outcome.No no -> say(Refusals.sentence(no.reason(), getLocale()));
                            }
                        }),
                        this::sayLost);
    }

    private static void say(String sentence) {
        Notification.show(sentence, REFUSAL_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    private void openDoor() {
        new GuestDialog(rooms, room().id(), member()).open();
    }
}
