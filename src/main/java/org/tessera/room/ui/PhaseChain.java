package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import java.util.Locale;

/** All steps of the protocol in their order, the current one marked. */
final class PhaseChain extends Nav {

    /**
     * A step as the browser draws it.
     *
     * @param state how far it is, in lower case
     * @param says the same in words
     */
    private record Step(String name, String state, String says, boolean optional, boolean leftOut) {}

    private final Steps steps = new Steps();
    private List<Step> shown = List.of();

    PhaseChain() {
        addClassName("room-chain");
        setAriaLabel(getTranslation("room.chain"));
        add(steps);
    }

    void show(RoomPicture picture) {
        List<Step> now = picture.phases().stream().map(this::step).toList();
        if (!now.equals(shown)) {
            shown = now;
            steps.getElement().setPropertyList("steps", now);
        }
    }

    private Step step(PhasePicture phase) {
        String state = phase.state().name().toLowerCase(Locale.ROOT);
        boolean optionalAhead = phase.optional() && phase.state() == PhasePicture.State.AHEAD;
        String says = optionalAhead ? (phase.isLeftOut() ? "left-out" : "optional") : state;
        return new Step(
                phase.name().in(getLocale()),
                state,
                getTranslation("room.chain." + says),
                phase.optional(),
                phase.isLeftOut());
    }

    /** Drawn by the browser: every page holds all steps. */
    @Tag("tessera-steps")
    @JsModule("./tessera-steps.ts")
    private static final class Steps extends Component {}
}
