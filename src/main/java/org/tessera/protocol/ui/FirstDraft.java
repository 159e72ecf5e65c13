package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.tessera.account.Team;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Mode;
import org.tessera.protocol.PackTree;
import org.tessera.protocol.Role;
import org.tessera.protocol.UsualPhase;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a protocol begins with that is written from nothing: four steps that are sound, to be made one's own. */
final class FirstDraft {

    private static final Set<Role> ROLES = EnumSet.of(Role.FACILITATOR, Role.RECORDER, Role.PARTICIPANT, Role.COACH);

    private final Words words;
    private final Team team;

    FirstDraft(Component speaker, Team team) {
        this.words = new Words(speaker, Locale.ENGLISH);
        this.team = team;
    }

    ObjectNode tree() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.set("name", text("protocol.first.name"));
        tree.set("purpose", text("protocol.first.purpose"));
        ObjectNode attribution = tree.putObject("attribution");
        attribution.set("credit", text("protocol.first.credit", team.name()));
        attribution.set("licence", text("protocol.first.licence"));
        attribution
                .putArray("sources")
                .add(words.everywhere("protocol.first.source").in(Locale.ENGLISH));
        attribution.put("verified", false);
        tree.put("aspect", "collaboration");
        tree.putObject("groupSize").put("min", 3).put("max", 12);
        tree.set("roles", UsualPhase.words(ROLES));
        tree.putArray("norms").add(text("protocol.first.norm.1")).add(text("protocol.first.norm.2"));
        ArrayNode phases = tree.putArray("phases");
        phases.add(phase("welcome", Mode.FAC, Instrument.NONE, Minutes.of(2, 3, 5)));
        phases.add(phase("think", Mode.SILENT_ALONE, Instrument.BOARD, Minutes.of(3, 5, 8)));
        phases.add(phase("talk", Mode.OPEN, Instrument.BOARD, Minutes.of(8, 12, 20)));
        ObjectNode debrief = phase("debrief", Mode.OPEN, Instrument.BOARD, Minutes.of(4, 5, 8));
        debrief.putArray("kinds").add("helped").add("change");
        ObjectNode yields = debrief.putObject("yields");
        yields.put("id", "debrief");
        yields.set("name", text("protocol.first.debrief"));
        phases.add(debrief);
        ObjectNode kept = tree.putArray("protect").addObject();
        kept.putArray("phases").add("debrief");
        kept.put("minMinutes", 4);
        return tree;
    }

    private ObjectNode phase(String id, Mode mode, Instrument instrument, Minutes minutes) {
        return UsualPhase.phase(
                id,
                text("protocol.first." + id),
                text("protocol.first." + id + ".task"),
                mode,
                instrument,
                minutes,
                ROLES);
    }

    private ObjectNode text(String key, Object... parameters) {
        return PackTree.text(words.everywhere(key, parameters).byLanguage());
    }
}
