package org.tessera.attachment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.Locale;
import org.tessera.artifact.ui.When;
import org.tessera.attachment.Attachment;
import org.tessera.attachment.Way;
import org.tessera.exhibit.ExhibitId;

/** Something spoken, drawn or photographed, to listen to or look at, with what it says in words. */
public final class AttachmentCard extends Div {

    private static final long serialVersionUID = 1L;

    /** Shows an attachment with the moment it was made. */
    public AttachmentCard(Attachment one) {
        this(one.way(), one.exhibit(), one.description(), one.transcript());
        Span name = new Span(name(this, getLocale(), one));
        name.addClassName("attachment-name");
        addComponentAsFirst(name);
    }

    /** Shows what was attached, without telling when. */
    public AttachmentCard(Way way, ExhibitId exhibit, String description, String transcript) {
        addClassName("attachment-card");
        String alternative = description.isBlank() ? getTranslation("attachment.way." + way.word()) : description;
        if (way == Way.VOICE) {
            Element player = new Element("audio");
            player.setAttribute("controls", true)
                    .setAttribute("preload", "metadata")
                    .setAttribute("src", "api/exhibits/" + exhibit + "/file")
                    .setAttribute("aria-label", alternative);
            getElement().appendChild(player);
        } else {
            add(new Image("api/exhibits/" + exhibit + "/pages/1", alternative));
        }
        words(description);
        words(transcript);
    }

    /** What it is and when it was made, and how long a voice is. */
    public static String name(Component page, Locale locale, Attachment one) {
        String name = page.getTranslation("attachment.way." + one.way().word()) + " · " + When.moment(one.at(), locale);
        return one.length().map(length -> name + " · " + clock(length)).orElse(name);
    }

    static String clock(Duration length) {
        return length.toHours() > 0
                ? "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart())
                : "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }

    private void words(String words) {
        if (!words.isBlank()) {
            Paragraph said = new Paragraph(words);
            said.addClassName("attachment-words");
            add(said);
        }
    }
}
