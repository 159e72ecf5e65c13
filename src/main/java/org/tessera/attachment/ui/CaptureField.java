package org.tessera.attachment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.attachment.Way;
import org.tessera.exhibit.ExhibitId;
import org.tessera.writing.WritingPlace;

/**
 * Records, draws or photographs beside a text. The browser keeps what is made and brings it to the server by itself, so
 * nothing of it is lost with the page. Its page has to be loaded as a document of its own: the address opens the microphone or
 * the camera, and a page that was reached from within another has what that other had.
 */
@JsModule("./tessera-recorder.ts")
@JsModule("./tessera-sketch.ts")
@JsModule("./tessera-photo.ts")
public final class CaptureField extends Component {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "capture.";

    /**
     * @param name what the exhibit is called
     * @param teams in whose space it can lie; at least one
     * @param instead whose place it takes
     */
    public CaptureField(
            Way way, PersonId me, WritingPlace place, String name, List<Team> teams, Optional<ExhibitId> instead) {
        super(new Element(tag(way)));
        Map<String, String> names = new TreeMap<>();
        teams.forEach(team -> names.put(team.id().value().toString(), team.name()));
        getElement()
                .setProperty("owner", me.value().toString())
                .setProperty("place", place(place))
                .setProperty("name", name)
                .setProperty("instead", instead.map(ExhibitId::toString).orElse(""))
                .setPropertyMap("teams", names);
    }

    /** A text's place as addresses and the browser's own database tell it. */
    static String place(WritingPlace place) {
        return place.credential().id() + "/" + place.credential().version() + "/" + place.part();
    }

    private static String tag(Way way) {
        return switch (way) {
            case VOICE -> "tessera-recorder";
            case DRAWING -> "tessera-sketch";
            case PHOTO -> "tessera-photo";
        };
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setPropertyMap("messages", words(getLocale()));
    }

    /** The raw patterns: the browser fills them in by itself. */
    private static Map<String, String> words(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages.capture",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }
}
