package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tessera.protocol.PackTree;
import org.tessera.protocol.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A whole draft to be filled in: what it is, its steps, its rules over steps, and where it comes from. */
final class PackForm extends Div {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ASPECTS = List.of(
            "student-work",
            "vision",
            "validity",
            "reliability",
            "task-design",
            "task-tuning",
            "collaboration",
            "shared-reading",
            "plc-formation");

    private final transient Inputs inputs;
    private final transient Desk desk;
    private final StepsField steps;
    private final Div rules = new Div();

    PackForm(Inputs inputs, Consumer<StepsField.Removed> removed) {
        this.inputs = inputs;
        this.desk = inputs.desk();
        addClassName("pack-form");
        steps = new StepsField(inputs, removed);
        add(section("protocol.edit.about", about()));
        add(section("protocol.read.steps", hint("protocol.edit.steps.help"), steps));
        add(section("protocol.edit.rules", hint("protocol.edit.rules.help"), rules));
        showRules();
        add(section("protocol.read.origin", hint("protocol.edit.origin.help"), origin()));
    }

    StepsField steps() {
        return steps;
    }

    /** Tells anew what follows from other fields: the heads of the steps. */
    void tell() {
        steps.tell();
    }

    /** Shows the rules anew, which name the steps. */
    void showRules() {
        rules.removeAll();
        inputs.fields().forget("/protect");
        inputs.fields().forget("/repeats");
        rules.add(protections(), repeats());
    }

    private Section section(String key, Component... content) {
        Section section = new Section(new H2(getTranslation(key)));
        section.add(content);
        return section;
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("quiet");
        return hint;
    }

    private Component about() {
        FieldSet size = new FieldSet(getTranslation("protocol.field.groupSize"));
        size.add(inputs.number("/groupSize/min"), inputs.number("/groupSize/max"));
        size.addClassName("row");
        inputs.fields().at("/groupSize", size);
        Component roles = inputs.several(
                getTranslation("protocol.field.roles"),
                Stream.of(Role.values()).map(Role::word).toList(),
                word -> getTranslation("role." + word),
                () -> desk.at("/roles"),
                list -> {
                    desk.put("/roles", list);
                    steps.show();
                },
                "/roles");
        return new Div(
                inputs.text("/name", getTranslation("protocol.edit.name"), false, true),
                inputs.wording("/purpose"),
                inputs.choice("/aspect", ASPECTS, "aspect.", word -> inputs.putWord("/aspect", word)),
                size,
                roles,
                texts("/norms", "protocol.field.norms", "protocol.edit.norm", "protocol.edit.norms.add"));
    }

    private ListField texts(String path, String key, String eachKey, String addKey) {
        return new ListField(
                inputs,
                path,
                getTranslation(key),
                getTranslation(addKey),
                JSON::objectNode,
                (index, now, put) ->
                        inputs.text(getTranslation(eachKey, index + 1), false, now, put::accept, path + "/" + index));
    }

    // Rules over several steps

    private Component protections() {
        return new ListField(
                inputs,
                "/protect",
                getTranslation("protocol.field.protect"),
                getTranslation("protocol.edit.protect.add"),
                () -> {
                    ObjectNode rule = JSON.objectNode();
                    rule.putArray("phases");
                    rule.put("minMinutes", 5);
                    return rule;
                },
                (index, now, put) -> {
                    String path = "/protect/" + index;
                    return new Div(
                            phases(path + "/phases", now, put),
                            inputs.number(
                                    getTranslation("protocol.field.minMinutes"),
                                    () -> now.get().path("minMinutes"),
                                    number -> put.accept(with(now, "minMinutes", number)),
                                    path + "/minMinutes"));
                });
    }

    private Component repeats() {
        return new ListField(
                inputs,
                "/repeats",
                getTranslation("protocol.field.repeats"),
                getTranslation("protocol.edit.repeats.add"),
                () -> {
                    ObjectNode rule = JSON.objectNode();
                    rule.putArray("phases");
                    rule.put("per", "round");
                    rule.put("min", 1);
                    rule.put("target", 2);
                    rule.put("max", 3);
                    return rule;
                },
                (index, now, put) -> repeat("/repeats/" + index, now, put));
    }

    private Component repeat(String path, Supplier<JsonNode> now, Consumer<JsonNode> put) {
        Div counts = new Div();
        counts.addClassName("row");
        Select<String> per = new Select<>();
        per.setLabel(getTranslation("protocol.field.per"));
        per.setItems("person", "round");
        per.setItemLabelGenerator(word -> word == null ? "" : getTranslation("repeat-per." + word));
        per.setValue(now.get().path("per").asString("round"));
        per.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                put.accept(with(now, "per", JSON.stringNode(event.getValue())));
                counts.setVisible(event.getValue().equals("round"));
            }
        });
        for (String each : List.of("min", "target", "max")) {
            counts.add(inputs.number(
                    getTranslation("protocol.edit.repeat." + each),
                    () -> now.get().path(each),
                    number -> put.accept(with(now, each, number)),
                    path + "/" + each));
        }
        counts.setVisible("round".equals(per.getValue()));
        return new Div(phases(path + "/phases", now, put), inputs.fields().at(path, per), counts);
    }

    private static ObjectNode with(Supplier<JsonNode> now, String member, JsonNode value) {
        ObjectNode next = (ObjectNode) now.get().deepCopy();
        if (value.isMissingNode()) {
            next.remove(member);
        } else {
            next.set(member, value);
        }
        return next;
    }

    /** Which steps: whatever the order in which they are ticked, they stand in the protocol's. */
    private Component phases(String path, Supplier<JsonNode> now, Consumer<JsonNode> put) {
        List<String> ids = PackTree.phaseIds(desk.shown());
        return inputs.several(
                getTranslation("protocol.edit.rule.steps"),
                ids,
                id -> {
                    JsonNode phase = desk.at("/phases/@" + id);
                    return phase.isMissingNode() ? id : new Words(this, getLocale()).nameOf(phase);
                },
                () -> now.get().path("phases"),
                list -> put.accept(with(now, "phases", inOrder(list))),
                path);
    }

    private ArrayNode inOrder(ArrayNode chosen) {
        List<String> ids = PackTree.phaseIds(desk.shown());
        List<String> words = Inputs.words(chosen);
        ArrayNode next = JSON.arrayNode();
        ids.stream().filter(words::contains).forEach(next::add);
        words.stream().filter(id -> !ids.contains(id)).forEach(next::add);
        return next;
    }

    // Where it comes from

    private Component origin() {
        String path = "/attribution/sources";
        return new Div(
                inputs.wording("/attribution/credit"),
                inputs.wording("/attribution/licence"),
                new ListField(
                        inputs,
                        path,
                        getTranslation("protocol.field.sources"),
                        getTranslation("protocol.edit.sources.add"),
                        () -> JSON.stringNode(""),
                        (index, now, put) -> inputs.number(
                                getTranslation("protocol.edit.source", index + 1),
                                now,
                                word -> put.accept(JSON.stringNode(word.asString(""))),
                                path + "/" + index)),
                inputs.yes("/attribution/verified"));
    }
}
