package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tessera.protocol.Text;

/** What the facilitator may say to open the step, what to watch for, and what goes wrong most often at this moment. */
final class Prompting extends Div {

    private final Line say = new Line("room.say");
    private final Line watch = new Line("room.watch");
    private final Div nudges = new Div();
    private List<Nudges.Nudge> shown = List.of();

    Prompting() {
        addClassName("prompting");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("room.prompting"));
        nudges.addClassName("nudges");
        nudges.getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
        add(say, watch, nudges);
    }

    void show(RoomPicture picture, Instant now) {
        Optional<PhasePicture> phase = picture.phase();
        say.show(phase.flatMap(PhasePicture::say));
        watch.show(phase.flatMap(PhasePicture::watch));
        show(Nudges.of(picture, now));
        setVisible(say.isVisible() || watch.isVisible() || nudges.isVisible());
    }

    /** Redrawn only where something else is to be said, so that nothing is read aloud twice. */
    private void show(List<Nudges.Nudge> now) {
        nudges.setVisible(!now.isEmpty());
        if (!now.equals(shown)) {
            shown = now;
            nudges.removeAll();
            now.forEach(nudge -> nudges.add(line(nudge)));
        }
    }

    private Div line(Nudges.Nudge nudge) {
        Span label = new Span(getTranslation(
                "room.nudge." + nudge.moment().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        label.addClassName("label");
        Div line = new Div(label);
        nudge.about().ifPresent(words -> {
            Paragraph quoted = new Paragraph(getTranslation("room.nudge.about", words));
            quoted.addClassName("about");
            line.add(quoted);
        });
        line.add(new Paragraph(nudge.text().in(getLocale())));
        line.addClassName("nudge");
        return line;
    }

    private static final class Line extends Div {

        private final Paragraph text = new Paragraph();

        Line(String key) {
            Span label = new Span(getTranslation(key));
            label.addClassName("label");
            add(label, text);
        }

        void show(Optional<Text> now) {
            setVisible(now.isPresent());
            text.setText(now.map(t -> t.in(getLocale())).orElse(""));
        }
    }
}
