package org.tessera.artifact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tessera.artifact.Artifact;

/** What a team made, newest first; older pieces are folded away. */
final class TeamArtifacts extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

    TeamArtifacts(List<Artifact> artifacts) {
        addClassNames("card", "team-artifacts");
        add(new H2(getTranslation("artifact.team.title")));
        if (artifacts.isEmpty()) {
            add(new Paragraph(getTranslation("artifact.team.empty")));
            return;
        }
        add(list(artifacts.subList(0, Math.min(SHOWN, artifacts.size()))));
        int rest = artifacts.size() - SHOWN;
        if (rest > 0) {
            add(new NativeDetails(
                    getTranslation("artifact.team.all", rest), list(artifacts.subList(SHOWN, artifacts.size()))));
        }
    }

    private Component list(List<Artifact> artifacts) {
        UnorderedList list = new UnorderedList();
        artifacts.forEach(artifact -> list.add(line(artifact)));
        return list;
    }

    private ListItem line(Artifact artifact) {
        Anchor link = new Anchor("artifacts/" + artifact.id(), artifact.name().in(getLocale()));
        Span about = new Span(artifact.roomTitle() + " · " + When.day(artifact.at(), getLocale()));
        about.addClassName("quiet");
        return new ListItem(link, about);
    }
}
