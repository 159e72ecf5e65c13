package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableConsumer;
import org.tessera.privacy.Place;

/** A place on a page by numbers: in hundredths of the page, from its upper left corner. */
final class PlaceFields extends Div {

    private static final long serialVersionUID = 1L;

    private static final int WHOLE = 100;

    private final IntegerField left = field("left", 0);
    private final IntegerField top = field("top", 0);
    private final IntegerField width = field("width", 1);
    private final IntegerField height = field("height", 1);

    PlaceFields(int page, String words, SerializableConsumer<Place> taken) {
        addClassName("place-fields");
        width.setValue(20);
        height.setValue(5);
        left.setValue(0);
        top.setValue(0);
        Button take = new Button(words, _ -> taken.accept(place(page)));
        take.setAriaLabel(words + ": " + getTranslation("privacy.page", page));
        add(left, top, width, height, take);
    }

    private Place place(int page) {
        double x = hundredths(left, 0, WHOLE - 1);
        double y = hundredths(top, 0, WHOLE - 1);
        return new Place(
                page,
                x,
                y,
                Math.min(hundredths(width, 1, WHOLE), 1 - x),
                Math.min(hundredths(height, 1, WHOLE), 1 - y));
    }

    private static double hundredths(IntegerField field, int least, int most) {
        Integer value = field.getValue();
        return Math.clamp(value == null ? least : value, least, most) / (double) WHOLE;
    }

    private IntegerField field(String name, int least) {
        IntegerField field = new IntegerField(getTranslation("privacy.place." + name));
        field.setMin(least);
        field.setMax(WHOLE);
        field.setStepButtonsVisible(true);
        return field;
    }
}
