package org.tessera.protocol.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Text;
import org.tessera.protocol.Timing;

/** The steps of a protocol to be read, each with what the facilitator says folded away. */
final class StepList extends OrderedList {

    StepList(Pack pack) {
        addClassName("steps");
        pack.phases().forEach(phase -> add(step(pack, phase)));
    }

    private ListItem step(Pack pack, Phase phase) {
        Span name = new Span(phase.name().in(getLocale()));
        name.addClassName("name");
        Span time = new Span(getTranslation(
                "protocol.value.minutes",
                Minutes.number(phase.minutes().target()).toPlainString(),
                Minutes.number(phase.minutes().min()).toPlainString(),
                Minutes.number(phase.minutes().max()).toPlainString()));
        time.addClassName("minutes");
        Div head = new Div(name, time);
        head.addClassName("step-head");
        ListItem item = new ListItem(head);
        Span facts = new Span(String.join(" · ", facts(pack, phase)));
        facts.addClassName("quiet");
        item.add(facts, new Paragraph(phase.prompts().task().in(getLocale())));
        Div script = new Div();
        phase.prompts().say().ifPresent(text -> script.add(line("protocol.field.say", text)));
        phase.prompts().watch().ifPresent(text -> script.add(line("protocol.field.watch", text)));
        phase.prompts().mistakes().forEach(mistake -> script.add(line("protocol.field.mistakes", mistake.text())));
        if (script.getComponentCount() > 0) {
            item.add(new NativeDetails(getTranslation("protocol.step.script"), script));
        }
        return item;
    }

    private List<String> facts(Pack pack, Phase phase) {
        List<String> facts = new ArrayList<>();
        facts.add(getTranslation("mode." + phase.mode().code()));
        facts.add(getTranslation("instrument." + phase.instrument().word()));
        if (phase.isInGroups()) {
            facts.add(getTranslation("grouping." + word(phase.grouping())));
        }
        facts.add(getTranslation("visibility." + word(phase.visibility())));
        if (phase.timing() != Timing.MEETING) {
            facts.add(getTranslation("timing." + word(phase.timing())));
        }
        if (phase.optional()) {
            facts.add(getTranslation("protocol.field.optional"));
        }
        if (pack.protections().stream().anyMatch(rule -> rule.phases().contains(phase.id()))) {
            facts.add(getTranslation("protocol.step.protected"));
        }
        phase.yields()
                .ifPresent(yield -> facts.add(
                        getTranslation("protocol.step.yields", yield.name().in(getLocale()))));
        return facts;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Paragraph line(String key, Text text) {
        Span label = new Span(getTranslation(key));
        label.addClassName("label");
        return new Paragraph(label, new Span(text.in(getLocale())));
    }
}
