package org.tessera.privacy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import org.tessera.privacy.RecordingShelf;

/** Plays a recording that is being cleared, and knows when all of it was played. */
final class RecordingPlayer extends Div {

    private static final long serialVersionUID = 1L;

    /** Which share of it has been played since the page was opened, whatever the order. */
    private static final String SHARE =
            "((e)=>{const p=e.played;let s=0;for(let i=0;i<p.length;i++)s+=p.end(i)-p.start(i);"
                    + "return e.duration>0&&isFinite(e.duration)?s/e.duration:0})(element)";

    /** Players leave out a blink at either end. */
    static final String IS_ALL = SHARE + ">=0.97";

    private static final int BETWEEN_MILLIS = 500;

    private final Element player;

    RecordingPlayer(RecordingShelf.Recording recording) {
        addClassName("recording-player");
        player = new Element(recording.isVideo() ? "video" : "audio");
        player.setAttribute("controls", true)
                // it is heard here, and taken along by nobody
                .setAttribute("controlslist", "nodownload")
                .setAttribute("preload", "metadata")
                .setAttribute("src", recording.address())
                .setAttribute("aria-label", recording.title());
        getElement().appendChild(player);
    }

    /** Tells once when all of it was played, and each time its end was reached with parts left out. */
    void whenPlayed(SerializableRunnable all, SerializableRunnable some) {
        // its end comes before the last stretch is counted, so both are asked
        player.addEventListener("timeupdate", _ -> all.run()).setFilter(IS_ALL).debounce(BETWEEN_MILLIS);
        player.addEventListener("ended", event -> {
                    if (event.getEventData().path(IS_ALL).asBoolean(false)) {
                        all.run();
                    } else {
                        some.run();
                    }
                })
                .addEventData(IS_ALL);
    }

    /** Asks at which second it is. */
    void now(SerializableConsumer<Integer> second) {
        player.executeJs("return Math.floor(this.currentTime)").then(Integer.class, second);
    }
}
