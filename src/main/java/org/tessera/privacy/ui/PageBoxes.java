package org.tessera.privacy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.tessera.material.Page;
import org.tessera.privacy.Finding;
import org.tessera.privacy.Place;

/**
 * A page's picture with boxes over it. A box can be drawn with the mouse; whoever uses none has {@link PlaceFields}. The picture
 * is asked for anew each time, by the rights its reader has then.
 */
final class PageBoxes extends Div {

    private static final long serialVersionUID = 1L;

    private static final String ACROSS =
            "(event.clientX-element.getBoundingClientRect().left)/element.getBoundingClientRect().width";
    private static final String DOWN =
            "(event.clientY-element.getBoundingClientRect().top)/element.getBoundingClientRect().height";
    /** What is smaller was a click. */
    private static final double SMALLEST = 0.004;

    private double fromX;
    private double fromY;
    private boolean drawing;

    PageBoxes(SerializableSupplier<Optional<Page>> page, String words) {
        addClassName("page-boxes");
        Image picture = new Image(
                DownloadHandler.fromInputStream(_ -> page.get()
                                .map(found -> new DownloadResponse(
                                        new ByteArrayInputStream(found.png()),
                                        "page.png",
                                        "image/png",
                                        found.png().length))
                                .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND)))
                        .inline(),
                words);
        picture.getElement().setAttribute("draggable", "false");
        add(picture);
    }

    /** Shows a box with a number that its line in the list has, too. */
    void box(Place place, String label, Finding.Standing standing) {
        Span box = new Span(label);
        box.addClassNames(
                "page-box", "page-box-" + standing.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        box.getElement().setAttribute("aria-hidden", "true");
        box.getStyle()
                .set("left", percent(place.x()))
                .set("top", percent(place.y()))
                .set("width", percent(place.w()))
                .set("height", percent(place.h()));
        add(box);
    }

    /** Lets the mouse draw boxes on the page. */
    void draws(int number, SerializableConsumer<Place> drawn) {
        addClassName("page-boxes-open");
        getElement()
                .addEventListener("mousedown", event -> {
                    fromX = number(event, ACROSS);
                    fromY = number(event, DOWN);
                    drawing = true;
                })
                .addEventData(ACROSS)
                .addEventData(DOWN);
        getElement()
                .addEventListener("mouseup", event -> {
                    double w = Math.abs(number(event, ACROSS) - fromX);
                    double h = Math.abs(number(event, DOWN) - fromY);
                    if (drawing && w > SMALLEST && h > SMALLEST) {
                        double x = Math.clamp(Math.min(fromX, number(event, ACROSS)), 0, 1);
                        double y = Math.clamp(Math.min(fromY, number(event, DOWN)), 0, 1);
                        drawn.accept(new Place(number, x, y, Math.min(w, 1 - x), Math.min(h, 1 - y)));
                    }
                    drawing = false;
                })
                .addEventData(ACROSS)
                .addEventData(DOWN);
    }

    private static double number(DomEvent event, String data) {
        return event.getEventData().path(data).asDouble();
    }

    private static String percent(double fraction) {
        return String.format(java.util.Locale.ROOT, "%.3f%%", fraction * 100);
    }
}
