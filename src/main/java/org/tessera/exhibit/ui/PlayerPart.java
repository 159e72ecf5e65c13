package org.tessera.exhibit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitKind;
import org.tessera.exhibit.Traces;

/** Plays a recording, and lets its owner choose a stretch of it to link. */
final class PlayerPart extends Div {

    private static final long serialVersionUID = 1L;

    private static final String PLAYING =
            "element.closest('.exhibit-player').querySelector('audio, video').currentTime";

    private final Element player;
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Anchor link = new Anchor();
    private final String id;

    PlayerPart(Exhibit recording, boolean isOwn) {
        addClassName("exhibit-player");
        id = recording.id().toString();
        player = new Element(recording.kind() == ExhibitKind.VIDEO ? "video" : "audio");
        player.setAttribute("controls", true)
                .setAttribute("preload", "metadata")
                .setAttribute("src", "api/exhibits/" + id + "/file")
                .setAttribute("aria-label", recording.title());
        getElement().appendChild(player);
        recording
                .traces()
                .ifPresent(traces -> add(new Paragraph(
                        getTranslation("exhibit.traces." + traces.name().toLowerCase(Locale.ROOT)))));
        if (recording.traces().filter(Traces.NONE::equals).isPresent()) {
            // nothing was found, so there is nothing to do about it
            getChildren().filter(Paragraph.class::isInstance).forEach(line -> ((Paragraph) line).addClassName("quiet"));
        }
        if (isOwn) {
            add(stretch());
        }
    }

    private Div stretch() {
        prepare(from, "exhibit.stretch.from");
        prepare(to, "exhibit.stretch.to");
        link.setText(getTranslation("exhibit.stretch.link"));
        link.addClassName("action");
        point();
        Div fields = new Div(from, now(from, "exhibit.stretch.from.now"), to, now(to, "exhibit.stretch.to.now"));
        fields.addClassName("exhibit-stretch");
        Div actions = new Div(link);
        actions.addClassName("page-actions");
        return new Div(
                new H2(getTranslation("exhibit.stretch")),
                new Paragraph(getTranslation("exhibit.stretch.help")),
                fields,
                actions);
    }

    private void prepare(TextField field, String key) {
        field.setLabel(getTranslation(key));
        field.setPlaceholder("0:00");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(_ -> point());
    }

    /** Takes the place that is playing at the click: by the time the server hears of it, it plays on. */
    private Button now(TextField field, String key) {
        Button now = new Button(getTranslation(key));
        now.getElement()
                .addEventListener(
                        "click",
                        event -> field.setValue(
                                clock(event.getEventData().path(PLAYING).asDouble())))
                .addEventData(PLAYING);
        return now;
    }

    static String clock(double seconds) {
        int whole = (int) seconds;
        return whole >= 3600
                ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }

    private void point() {
        boolean isBoth = !from.isEmpty() && !to.isEmpty();
        link.setVisible(isBoth);
        link.setHref("evidence?exhibit=" + id + "&stretch="
                + URLEncoder.encode(from.getValue() + "-" + to.getValue(), StandardCharsets.UTF_8));
    }
}
