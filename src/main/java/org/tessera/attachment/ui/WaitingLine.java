package org.tessera.attachment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;
import java.util.TreeMap;
import org.tessera.account.PersonId;
import org.tessera.attachment.Way;
import org.tessera.writing.WritingPlace;

/** What the browser has made for a text and not handed over yet; only the browser knows, so it says so by itself. */
@Tag("tessera-waiting")
@JsModule("./tessera-waiting.ts")
public final class WaitingLine extends Component {

    private static final long serialVersionUID = 1L;

    /** @param addresses where each way goes on */
    public WaitingLine(PersonId me, WritingPlace place, Map<Way, String> addresses) {
        Map<String, String> there = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        addresses.forEach((way, address) -> {
            there.put(way.word(), address);
            words.put(way.word(), getTranslation("attachment.waiting." + way.word()));
        });
        getElement()
                .setProperty("owner", me.value().toString())
                .setProperty("place", CaptureField.place(place))
                .setPropertyMap("messages", words)
                .setPropertyMap("addresses", there);
    }
}
