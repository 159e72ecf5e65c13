package org.tessera.room.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** After the meeting: what it has made, and the next step with it; or that it was never held. */
final class Closed extends Div {

    private final Span place = new Span(getTranslation("room.closed.place"));
    private final H2 title = new H2(getTranslation("room.closed.title"));
    private final Paragraph summary = new Paragraph();
    private final UnorderedList artifacts = new UnorderedList();
    private final Anchor evidence = new Anchor("evidence", getTranslation("room.closed.evidence"));
    private final Paragraph next = new Paragraph();
    private final boolean guest;
    private List<ArtifactPicture> shown = List.of();

    Closed(boolean guest) {
        this.guest = guest;
        addClassName("closed-room");
        place.addClassName("place");
        evidence.addClassName("primary-link");
        add(place, title, summary, artifacts, next, evidence);
    }

    void show(RoomPicture picture) {
        picture.arranged()
                .cancelled()
                .ifPresentOrElse(reason -> showCancelled(reason, picture), () -> showHeld(picture));
    }

    private void showCancelled(String reason, RoomPicture picture) {
        place.setText(getTranslation("room.cancelled.place"));
        title.setText(getTranslation("room.cancelled.title"));
        boolean untouched = picture.phases().stream().allMatch(phase -> phase.state() == PhasePicture.State.AHEAD);
        summary.setText(
                reason.isEmpty()
                        ? getTranslation(untouched ? "room.cancelled.text" : "room.cancelled.alone")
                        : getTranslation("room.cancelled.reason", reason));
        next.setVisible(false);
        evidence.setVisible(false);
    }

    private void showHeld(RoomPicture picture) {
        boolean made = !picture.artifacts().isEmpty();
        summary.setText(getTranslation(made ? "room.closed.made" : "room.closed.nothing"));
        next.setText(getTranslation(guest ? "room.closed.guest" : "room.closed.next"));
        next.setVisible(guest || made);
        evidence.setVisible(!guest && made);
        if (!picture.artifacts().equals(shown)) {
            shown = picture.artifacts();
            artifacts.removeAll();
            shown.forEach(artifact -> artifacts.add(item(artifact, picture)));
        }
    }

    private ListItem item(ArtifactPicture artifact, RoomPicture picture) {
        String name = artifact.name().in(getLocale());
        Span from = new Span(picture.phase(artifact.phase())
                .map(phase -> getTranslation("room.closed.from", phase.name().in(getLocale())))
                .orElse(""));
        from.addClassName("quiet");
        return new ListItem(guest ? new Span(name) : new Anchor("artifacts/" + artifact.id(), name), from);
    }
}
