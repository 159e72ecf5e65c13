package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.InstantSource;
import java.util.Optional;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Mode;

/** Which step this is, and how much of its time is left. */
final class PhaseHead extends Div {

    private final Paragraph place = new Paragraph();
    private final H2 name = new H2();
    private final PhaseClock clock;

    PhaseHead(InstantSource time) {
        clock = new PhaseClock(time);
        addClassName("phase");
        place.addClassName("place");
        name.getElement().setAttribute("tabindex", "-1");
        add(new Div(place, name), clock);
    }

    /** Puts the focus on the step's name, so that reading goes on from there. */
    void focusName() {
        name.getElement().executeJs("this.focus()");
    }

    void show(RoomPicture picture) {
        Optional<PhasePicture> running = picture.phase();
        place.setText(
                running.map(phase -> placeOf(picture, phase)).orElseGet(() -> getTranslation("room.between.place")));
        name.setText(running.map(phase -> phase.name().in(getLocale()))
                .orElseGet(() -> getTranslation("room.between.name")));
        clock.setVisible(running.flatMap(PhasePicture::endsAt).isPresent());
        running.ifPresent(clock::show);
    }

    private String placeOf(RoomPicture picture, PhasePicture phase) {
        if (!phase.inMeeting()) {
            return getTranslation(
                    phase.isBefore() ? "room.phase.place.before" : "room.phase.place.after",
                    getTranslation("mode." + phase.mode().code()));
        }
        boolean inGroups = phase.mode() == Mode.PAIR && phase.grouping() != Grouping.PAIR;
        String place = getTranslation(
                "room.phase.place",
                picture.phases().indexOf(phase) + 1,
                picture.phases().size(),
                getTranslation(
                        inGroups ? "room.phase.groups" : "mode." + phase.mode().code()));
        int turns = picture.turnsOf(phase);
        return turns < 2 ? place : getTranslation("room.phase.turn", place, phase.turn(), turns);
    }
}
