package org.tessera.artifact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Supplier;
import org.tessera.account.Accounts;
import org.tessera.account.Team;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Check;
import org.tessera.artifact.Participant;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;

/** Where an artifact comes from. */
final class ProvenancePart extends Part {

    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final DescriptionList list = new DescriptionList();

    ProvenancePart(Artifact artifact, Protocols protocols, Accounts accounts, Supplier<Check> verify) {
        super("provenance");
        this.accounts = accounts;
        fact("room", new Anchor("rooms/" + artifact.room(), artifact.roomTitle()));
        accounts.team(artifact.team()).map(Team::name).map(Span::new).ifPresent(team -> fact("team", team));
        fact("protocol", new Span(protocolName(artifact, protocols)));
        fact("phase", new Span(phaseName(artifact, protocols)));
        fact("made", new Span(When.moment(artifact.at(), getLocale())));
        fact("minutes", new Span(minutes(artifact)));
        fact("version", new Span(String.valueOf(artifact.version())));
        fact("people", people(artifact));
        fact("log", new Span(getTranslation("artifact.log.range", artifact.fromSeq(), artifact.toSeq())));
        fact("sha256", new ChecksumCheck(artifact.sha256(), verify));
        add(list);
    }

    private void fact(String key, Component value) {
        list.add(
                new DescriptionList.Term(getTranslation("artifact.fact." + key)),
                new DescriptionList.Description(value));
    }

    private String protocolName(Artifact artifact, Protocols protocols) {
        String name = protocols
                .find(artifact.pack())
                .map(pack -> pack.name().in(getLocale()))
                .orElse(artifact.pack().id());
        return getTranslation("artifact.protocol", name, artifact.pack().version());
    }

    private String phaseName(Artifact artifact, Protocols protocols) {
        return protocols
                .find(artifact.pack())
                .flatMap((Pack pack) -> pack.phase(artifact.phase()))
                .map(phase -> phase.name().in(getLocale()))
                .orElse(artifact.phase());
    }

    private String minutes(Artifact artifact) {
        if (artifact.plannedMinutes() == 0) {
            // Work in people's own time has a date and no clock.
            return getTranslation("artifact.minutes.own");
        }
        Duration actual = artifact.actual();
        return getTranslation(
                "artifact.minutes",
                artifact.plannedMinutes(),
                String.format(getLocale(), "%d:%02d", actual.toMinutes(), actual.toSecondsPart()));
    }

    private Component people(Artifact artifact) {
        UnorderedList people = new UnorderedList();
        people.addClassName("provenance-people");
        artifact.people().stream()
                .sorted(Comparator.comparing(Participant::role))
                .forEach(person -> people.add(new ListItem(line(person))));
        return people;
    }

    private String line(Participant person) {
        String name = accounts.nameOf(person.person());
        String shown = person.guest() ? getTranslation("artifact.guest", name) : name;
        String role = getTranslation("artifact.role." + person.role().word());
        return person.facilitated().isZero()
                ? getTranslation("artifact.person", shown, role)
                : getTranslation(
                        "artifact.person.facilitated",
                        shown,
                        role,
                        person.facilitated().plusSeconds(30).toMinutes());
    }
}
