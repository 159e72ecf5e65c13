package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.tessera.protocol.Text;

/** What the facilitator may say to open the step, and what to watch for. */
final class Prompting extends Div {

    private final Line say = new Line("room.say");
    private final Line watch = new Line("room.watch");

    Prompting() {
        addClassName("prompting");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("room.prompting"));
        add(say, watch);
        setVisible(false);
    }

    void show(RoomPicture picture) {
        Optional<PhasePicture> phase = picture.phase().filter(_ -> picture.isFacilitator());
        say.show(phase.flatMap(PhasePicture::say));
        watch.show(phase.flatMap(PhasePicture::watch));
        setVisible(say.isVisible() || watch.isVisible());
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
