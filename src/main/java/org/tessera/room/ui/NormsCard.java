package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomSummary.Status;

/**
 * How the group wants to work together: in full until the first step is over, then folded to one line for whoever has not
 * said yes yet.
 */
final class NormsCard extends Section {

    private final NormsList norms = new NormsList();
    private final Details details = new Details(new H2(getTranslation("room.norms.title")), norms);
    private final Button agree;
    private boolean wasToRead = true;
    private final Paragraph agreed = new Paragraph();

    NormsCard(Requests requests, Runnable agreedNow) {
        addClassNames("panel", "norms");
        agree = new Button(
                getTranslation("room.norms.agree"),
                VaadinIcon.CHECK.create(),
                _ -> requests.ask(new RoomCommand.AgreeNorms(), agreedNow));
        agree.addThemeVariants(ButtonVariant.PRIMARY);
        agreed.addClassName("quiet");
        details.setOpened(true);
        add(details, agree, agreed);
    }

    /** Whether the norms are there to be read now, and not folded away. */
    static boolean isToRead(RoomPicture picture, PersonPicture me) {
        // Whoever works alone has nobody to agree with yet.
        boolean together =
                picture.status() != Status.CLOSED && picture.ownTimeNow().isEmpty();
        return together && !picture.norms().isEmpty() && (isEarly(picture) || !me.agreed());
    }

    /** Whether the step stands above them: who conducts it needs its buttons, which open norms push out of a low window. */
    static boolean makeWay(RoomPicture picture) {
        return picture.isFacilitator() && picture.status() == Status.RUNNING && isEarly(picture);
    }

    private static boolean isEarly(RoomPicture picture) {
        return picture.status() == Status.WAITING
                || picture.phases().stream()
                        .filter(PhasePicture::inMeeting)
                        .findFirst()
                        .filter(phase -> picture.current().equals(Optional.of(phase.id())))
                        .isPresent();
    }

    void show(RoomPicture picture, PersonPicture me) {
        boolean early = isEarly(picture);
        boolean everybody = Agreement.count(picture) == Agreement.asked(picture).size();
        // What everybody has agreed to makes room for the step itself.
        if (wasToRead != (early && !everybody)) {
            wasToRead = early && !everybody;
            details.setOpened(wasToRead);
        }
        norms.show(picture.norms());
        agree.setVisible(!me.agreed());
        agreed.setText(Agreement.sentence(this, picture));
    }
}
