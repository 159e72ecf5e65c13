package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tessera.protocol.Text;

/** What the meeting has made so far; each artifact appears when its step ends. */
final class Made extends Section {

    private final Paragraph empty = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Map<String, ListItem> items = new LinkedHashMap<>();
    private final boolean links;

    /** {@code links} says whether the person may open artifacts: guests may not. */
    Made(boolean links) {
        this.links = links;
        addClassNames("panel", "made");
        empty.addClassName("quiet");
        list.getElement().setAttribute("role", "list");
        add(new H2(getTranslation("room.made")), empty, list);
    }

    void show(RoomPicture picture) {
        picture.artifacts().forEach(artifact -> items.computeIfAbsent(artifact.id(), _ -> newItem(artifact)));
        empty.setVisible(items.isEmpty());
        empty.setText(picture.phases().stream()
                .filter(phase ->
                        phase.state() == PhasePicture.State.AHEAD || phase.state() == PhasePicture.State.RUNNING)
                .flatMap(phase -> phase.leaves().stream())
                .findFirst()
                .map(this::teach)
                .orElseGet(() -> getTranslation("room.made.nothing")));
    }

    private String teach(Text first) {
        return getTranslation("room.made.empty", first.in(getLocale()));
    }

    private ListItem newItem(ArtifactPicture artifact) {
        ListItem item = new ListItem(name(artifact));
        list.add(item);
        return item;
    }

    private Component name(ArtifactPicture artifact) {
        String name = artifact.name().in(getLocale());
        return links ? new Anchor("artifacts/" + artifact.id(), name, AnchorTarget.BLANK) : new Span(name);
    }
}
