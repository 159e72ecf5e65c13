package org.tessera.room.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.clock.AlarmClock;
import org.tessera.protocol.Role;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;

/** The room for a projector: what everybody does now and how long, readable from ten metres; nothing to operate. */
@Route(value = "rooms/:room/wall", autoLayout = false)
@PermitAll
@CssImport("./styles/room.css")
class WallView extends RoomPage {

    private final Paragraph place = new Paragraph();
    private final H1 name = new H1();
    /** In words already: it is said while the server stops, too. */
    private final String lost = getTranslation("room.lost");

    private final PhaseClock clock;
    private final Paragraph task = new Paragraph();
    private final Paragraph floor = new Paragraph();
    private final Paragraph focus = new Paragraph();
    private final Paragraph next = new Paragraph();

    WallView(Rooms rooms, CurrentUser user, AlarmClock time) {
        super(rooms, user, time);
        clock = new PhaseClock(time);
        clock.setWall();
        clock.setVisible(false);
        place.addClassName("place");
        task.addClassName("task");
        floor.addClassName("floor");
        focus.addClassName("focus");
        next.addClassName("next");
        addClassName("wall");
        add(new Main(new Div(place, name), clock, task, floor, focus, next));
    }

    @Override
    void prepare(RoomSummary room, SignedIn me) {
        name.setText(room.title());
    }

    @Override
    void show(RoomPicture picture, Optional<RoomPicture> before, List<Happening> news, Instant now) {
        Optional<PhasePicture> running = picture.phase();
        place.setText(running.map(phase -> getTranslation(
                        "room.phase.place",
                        picture.phases().indexOf(phase) + 1,
                        picture.phases().size(),
                        picture.title()))
                .orElseGet(() -> picture.protocol().in(getLocale())));
        name.setText(running.map(phase -> phase.name().in(getLocale())).orElse(picture.title()));
        clock.setVisible(running.flatMap(PhasePicture::endsAt).isPresent());
        running.ifPresent(clock::show);
        task.setText(running.map(phase -> phase.task().in(getLocale())).orElseGet(() -> atRest(picture)));
        floor.setText(running.map(phase -> floorIn(phase, picture)).orElse(""));
        focus.setText(picture.focus()
                .map(question -> getTranslation("room.wall.focus", question))
                .orElse(""));
        next.setText(picture.startable().stream()
                .findFirst()
                .filter(phase -> !phase.isAfter())
                .map(phase -> getTranslation("room.phase.next", phase.name().in(getLocale()), phase.planned()))
                .orElse(""));
    }

    @Override
    void sayLost() {
        floor.setText(lost);
    }

    private String atRest(RoomPicture picture) {
        return getTranslation(
                switch (picture.status()) {
                    case WAITING -> "room.wall.waiting";
                    case RUNNING -> "room.wall.between";
                    case CLOSED -> "room.closed.title";
                });
    }

    /** Who speaks now, by name where it is one person. */
    private String floorIn(PhasePicture phase, RoomPicture picture) {
        String means = getTranslation("mode." + phase.mode().code() + ".means");
        Optional<PersonPicture> speaker =
                switch (phase.mode()) {
                    case FAC -> picture.facilitator();
                    case PRES ->
                        picture.people().stream()
                                .filter(person -> person.acting() == Role.PRESENTER)
                                .findFirst();
                    default -> Optional.empty();
                };
        return speaker.map(person -> getTranslation("room.wall.floor", person.name()))
                .orElse(means);
    }
}
