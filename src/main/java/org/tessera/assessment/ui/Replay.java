package org.tessera.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tessera.portfolio.BlindCopy;

/** Plays a step of a meeting again, at the pace its reader chooses. It holds what the copy holds and no more. */
@Tag("tessera-replay")
@JsModule("./tessera-replay.ts")
final class Replay extends Component {

    private static final long serialVersionUID = 1L;
    private static final List<String> OWN =
            List.of("play", "pause", "again", "speed", "place", "none", "title", "clock");

    private final transient BlindCopy.Replay replay;

    Replay(BlindCopy.Replay replay) {
        this.replay = replay;
    }

    /** A moment as the browser shows it. */
    private record Line(long at, String who, String what, String text) {}

    @Override
    protected void onAttach(AttachEvent event) {
        List<Line> lines = replay.moments().stream().map(moment -> line(moment)).toList();
        getElement().setPropertyList("moments", lines);
        Map<String, String> words = new TreeMap<>();
        OWN.forEach(word -> words.put(word, getTranslation("assessment.replay." + word)));
        getElement().setPropertyMap("messages", words);
    }

    private Line line(BlindCopy.Moment moment) {
        String kind = moment.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String who = moment.who().isBlank() && moment.doer() != BlindCopy.Doer.ROOM
                ? getTranslation("assessment.replay." + moment.doer().name().toLowerCase(Locale.ROOT))
                : moment.who();
        return new Line(
                moment.offset(), who, getTranslation("assessment.moment." + kind), String.join(" · ", moment.texts()));
    }
}
