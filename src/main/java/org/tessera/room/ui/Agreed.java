package org.tessera.room.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;

/** The norms once they have been read: folded away, with who has agreed to them. */
final class Agreed extends Details {

    private final NormsList norms = new NormsList();
    private final Paragraph by = new Paragraph();

    Agreed() {
        by.addClassName("quiet");
        add(norms, by);
        addClassName("agreement");
    }

    void show(RoomPicture picture) {
        setSummaryText(getTranslation(
                "room.norms.summary",
                Agreement.count(picture),
                Agreement.asked(picture).size()));
        norms.show(picture.norms());
        by.setText(Agreement.sentence(this, picture));
    }
}
