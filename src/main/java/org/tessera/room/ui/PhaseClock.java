package org.tessera.room.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The countdown of a phase. It is told when the phase ends and counts by itself; nothing is pushed while time passes. */
@Tag("tessera-phase-clock")
@JsModule("./tessera-phase-clock.ts")
final class PhaseClock extends Component implements HasStyle {

    private final InstantSource clock;

    PhaseClock(InstantSource clock) {
        this.clock = clock;
    }

    /** Large, and nothing to operate. */
    void setWall() {
        getElement().setProperty("wall", true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setProperty("lang", getLocale().toLanguageTag());
        getElement().setPropertyMap("messages", BoardWords.in(getLocale(), "clock."));
        // Where a board measures the way to the server more exactly, it tells this element.
        getElement()
                .executeJs(
                        "this.offset = Date.parse($0) - Date.now()",
                        clock.instant().toString());
    }

    void show(PhasePicture phase) {
        getElement().setProperty("planned", phase.planned());
        getElement().setProperty("pausedAt", text(phase.pausedAt()));
        getElement().setProperty("endsAt", text(phase.endsAt()));
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }
}
