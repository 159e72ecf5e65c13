package org.tessera.room.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All steps of the protocol in their order, the current one marked. */
final class PhaseChain extends Nav {

    private final OrderedList list = new OrderedList();
    private final Map<String, Step> steps = new LinkedHashMap<>();

    PhaseChain() {
        addClassName("room-chain");
        setAriaLabel(getTranslation("room.chain"));
        list.getElement().setAttribute("role", "list");
        // on a phone the chain is longer than the screen, and arrows move it
        list.getElement().setAttribute("tabindex", "0");
        add(list);
    }

    void show(RoomPicture picture, Optional<RoomPicture> before) {
        List<String> ids = picture.phases().stream().map(PhasePicture::id).toList();
        if (!steps.isEmpty() && !List.copyOf(steps.keySet()).equals(ids)) {
            // More people came, so more turns are held.
            steps.clear();
            list.removeAll();
        }
        for (PhasePicture phase : picture.phases()) {
            steps.computeIfAbsent(phase.id(), _ -> newStep(phase)).show(phase);
        }
        if (!before.map(RoomPicture::current).equals(Optional.of(picture.current()))) {
            picture.current().map(steps::get).ifPresent(Step::comeIntoView);
        }
    }

    private Step newStep(PhasePicture phase) {
        Step step = new Step(steps.size() + 1, phase.name().in(getLocale()));
        list.add(step);
        return step;
    }

    private final class Step extends ListItem {

        private final Span state = new Span();

        Step(int number, String name) {
            Span mark = new Span(String.valueOf(number));
            mark.addClassName("mark");
            mark.getElement().setAttribute("aria-hidden", "true");
            Span words = new Span(name);
            words.addClassName("name");
            state.addClassName("aloud");
            add(mark, words, state);
        }

        void show(PhasePicture phase) {
            String word = phase.state().name().toLowerCase(Locale.ROOT);
            setClassName(word);
            getClassNames().set("optional", phase.optional());
            boolean optionalAhead = phase.optional() && phase.state() == PhasePicture.State.AHEAD;
            getClassNames().set("left-out", phase.isLeftOut());
            String ahead = phase.isLeftOut() ? "left-out" : "optional";
            state.setText(PhaseChain.this.getTranslation("room.chain." + (optionalAhead ? ahead : word)));
            if (phase.state() == PhasePicture.State.RUNNING) {
                getElement().setAttribute("aria-current", "step");
            } else {
                getElement().removeAttribute("aria-current");
            }
        }

        void comeIntoView() {
            getElement()
                    .executeJs("this.parentElement.scrollLeft = this.offsetLeft"
                            + " - (this.parentElement.clientWidth - this.offsetWidth) / 2");
        }
    }
}
