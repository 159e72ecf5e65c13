package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tessera.protocol.DraftEdit;
import org.tessera.protocol.Expiry;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Layout;
import org.tessera.protocol.Mistake;
import org.tessera.protocol.Mode;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.PackTree;
import org.tessera.protocol.Role;
import org.tessera.protocol.Timing;
import org.tessera.protocol.UsualPhase;
import org.tessera.protocol.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything about one step: first what every step has, then what its instrument takes, then what few steps need. */
final class StepForm extends Div {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> MATERIALS = List.of("work", "context", "rubric", "text");

    private final transient Inputs inputs;
    private final transient Desk desk;
    private final String step;

    /** {@code id} is the phase's. */
    StepForm(Inputs inputs, String id) {
        this.inputs = inputs;
        this.desk = inputs.desk();
        this.step = "/phases/@" + id;
        addClassName("step-form");
        fill();
    }

    private void fill() {
        inputs.fields().forget(step);
        removeAll();
        add(inputs.name(step + "/name"), inputs.wording(step + "/prompts/task"));
        add(row(mode(), instrument()));
        Paragraph means = new Paragraph(modeMeans());
        means.addClassName("quiet");
        add(means);
        add(minutes());
        add(new RightsField(inputs, step), usualRights());
        add(visibility());
        kinds().ifPresent(this::add);
        tools().forEach(this::add);
        add(yields());
        add(more("protocol.edit.more.facilitator", script()));
        add(more("protocol.edit.more.step", rarer()));
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("row");
        return row;
    }

    private NativeDetails more(String key, List<Component> content) {
        Div inside = new Div();
        content.forEach(inside::add);
        NativeDetails more = new NativeDetails(getTranslation(key), inside);
        more.addClassName("more");
        return more;
    }

    // How people work

    private Select<String> mode() {
        List<String> codes = Stream.of(Mode.values()).map(Mode::code).toList();
        return inputs.choice(step + "/mode", codes, "mode.", code -> change("mode", code));
    }

    private Select<String> instrument() {
        List<String> words =
                Stream.of(Instrument.values()).map(Instrument::word).toList();
        return inputs.choice(step + "/instrument", words, "instrument.", word -> change("instrument", word));
    }

    private String modeMeans() {
        String code = desk.at(step + "/mode").asString("");
        boolean known = Stream.of(Mode.values()).map(Mode::code).anyMatch(code::equals);
        return known ? getTranslation("mode." + code + ".means") : "";
    }

    private Optional<Mode> modeNow(JsonNode phase) {
        return Stream.of(Mode.values())
                .filter(mode -> mode.code().equals(phase.path("mode").asString("")))
                .findFirst();
    }

    private Optional<Instrument> instrumentNow(JsonNode phase) {
        return Stream.of(Instrument.values())
                .filter(each -> each.word().equals(phase.path("instrument").asString("")))
                .findFirst();
    }

    private Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> words = Inputs.words(desk.at("/roles"));
        Stream.of(Role.values()).filter(role -> words.contains(role.word())).forEach(roles::add);
        return roles;
    }

    private Map<String, JsonNode> usual(JsonNode phase) {
        return modeNow(phase)
                .flatMap(mode -> instrumentNow(phase).map(tool -> UsualPhase.of(mode, tool, roles())))
                .orElse(Map.of());
    }

    /**
     * Another way of talking or another instrument. What goes with it follows, member by member, where it was as it
     * usually is; what somebody has set otherwise stays.
     */
    private void change(String member, String word) {
        ObjectNode before = (ObjectNode) desk.at(step).deepCopy();
        ObjectNode after = before.deepCopy();
        after.put(member, word);
        Map<String, JsonNode> was = usual(before);
        Map<String, JsonNode> is = usual(after);
        List<DraftEdit> edits = new ArrayList<>();
        edits.add(put(member, before, JSON.stringNode(word)));
        for (String each : UsualPhase.MEMBERS) {
            JsonNode now = before.path(each);
            boolean untouched = now.isMissingNode() || now.equals(was.get(each));
            JsonNode next = is.getOrDefault(each, MissingNode.getInstance());
            if (untouched && !now.equals(next)) {
                edits.add(put(each, before, next));
            }
        }
        desk.make(edits);
        again(member);
    }

    private DraftEdit put(String member, ObjectNode before, JsonNode becomes) {
        return new DraftEdit.Put(step + "/" + member, before.path(member), becomes);
    }

    /** Shows the step anew, with the focus where it was. */
    private void again(String member) {
        fill();
        inputs.fields().nearest(step + "/" + member).ifPresent(Fields::focus);
    }

    private Component usualRights() {
        Button usual = new Button(getTranslation("protocol.edit.rights.usual"), _ -> {
            ObjectNode before = (ObjectNode) desk.at(step).deepCopy();
            Map<String, JsonNode> is = usual(before);
            desk.make(List.of(
                    put("speak", before, is.getOrDefault("speak", JSON.arrayNode())),
                    put("may", before, is.getOrDefault("may", JSON.objectNode()))));
            again("may");
        });
        usual.addThemeVariants(ButtonVariant.TERTIARY);
        return usual;
    }

    private Component minutes() {
        FieldSet minutes = new FieldSet(getTranslation("protocol.field.minutes"));
        minutes.add(
                inputs.number(step + "/minutes/min"),
                inputs.number(step + "/minutes/target"),
                inputs.number(step + "/minutes/max"));
        minutes.addClassName("row");
        minutes.addClassName("minutes");
        return inputs.fields().at(step + "/minutes", minutes);
    }

    private Component visibility() {
        List<String> words = Stream.of(Visibility.values()).map(StepForm::word).toList();
        return inputs.choice(
                step + "/visibility", words, "visibility.", word -> inputs.putWord(step + "/visibility", word));
    }

    private Optional<Component> kinds() {
        boolean written = instrumentNow(desk.at(step))
                .filter(EnumSet.of(Instrument.BOARD, Instrument.QUESTIONS, Instrument.NORMS)::contains)
                .isPresent();
        if (!written && desk.at(step + "/kinds").isMissingNode()) {
            return Optional.empty();
        }
        List<String> words = Stream.of(NoteKind.values()).map(NoteKind::word).toList();
        return Optional.of(inputs.several(step + "/kinds", words, word -> getTranslation("kind." + word), false));
    }

    // What the instrument takes

    private List<Component> tools() {
        Instrument tool = instrumentNow(desk.at(step)).orElse(Instrument.NONE);
        List<Component> tools = new ArrayList<>();
        if (takes("budget", tool, Instrument.DOTS, Instrument.BOARD)) {
            tools.add(inputs.number(step + "/budget"));
        }
        if (takes("least", tool, Instrument.FINGERS)) {
            tools.add(inputs.number(step + "/least"));
        }
        if (takes("rework", tool, Instrument.FINGERS)) {
            tools.add(rework());
        }
        if (takes("threshold", tool, Instrument.CHECKLIST)) {
            tools.add(inputs.number(step + "/threshold"));
        }
        if (takes("levels", tool, Instrument.SCORES)) {
            tools.add(inputs.number(step + "/levels"));
        }
        if (takes("items", tool, Instrument.ITEMS, Instrument.CHECKLIST, Instrument.SCORES)) {
            tools.add(choices("items", "protocol.edit.item", "protocol.edit.items.add"));
        }
        if (takes("choices", tool, Instrument.CHOICE)) {
            tools.add(choices("choices", "protocol.edit.choice", "protocol.edit.choices.add"));
        }
        if (takes("layout", tool, Instrument.BOARD)) {
            tools.add(inputs.choice(
                    step + "/layout",
                    Stream.of(Layout.values()).map(StepForm::word).toList(),
                    "free",
                    word -> getTranslation("layout." + word),
                    word -> {
                        if (word.equals("free")) {
                            desk.clear(step + "/layout");
                        } else {
                            inputs.putWord(step + "/layout", word);
                        }
                    }));
        }
        return tools;
    }

    /** What stands in the draft is shown even where the instrument has no use for it, so that it can be taken out. */
    private boolean takes(String member, Instrument tool, Instrument... tools) {
        return List.of(tools).contains(tool) || !desk.at(step + "/" + member).isMissingNode();
    }

    private Component rework() {
        List<String> earlier = new ArrayList<>();
        String me = step.substring(step.indexOf('@') + 1);
        List<String> ids = PackTree.phaseIds(desk.shown());
        earlier.add("");
        earlier.addAll(ids.subList(0, Math.max(0, ids.indexOf(me))));
        return inputs.choice(
                step + "/rework",
                earlier,
                "",
                id -> id.isEmpty()
                        ? getTranslation("protocol.edit.rework.none")
                        : new Words(this, getLocale()).nameOf(desk.at("/phases/@" + id)),
                id -> {
                    if (id.isEmpty()) {
                        desk.clear(step + "/rework");
                    } else {
                        inputs.putWord(step + "/rework", id);
                    }
                });
    }

    private Component choices(String member, String key, String addKey) {
        String path = step + "/" + member;
        return new ListField(
                inputs,
                path,
                getTranslation("protocol.field." + member),
                getTranslation(addKey),
                () -> {
                    List<String> ids = desk.at(path)
                            .valueStream()
                            .map(item -> item.path("id").asString(""))
                            .toList();
                    int number = ids.size() + 1;
                    while (ids.contains(member.substring(0, 4) + "-" + number)) {
                        number++;
                    }
                    ObjectNode item = JSON.objectNode();
                    item.put("id", member.substring(0, 4) + "-" + number);
                    item.putObject("text");
                    return item;
                },
                (index, now, put) -> inputs.text(
                        getTranslation(key, index + 1),
                        false,
                        () -> now.get().path("text"),
                        text -> {
                            ObjectNode item = (ObjectNode) now.get().deepCopy();
                            item.set("text", text);
                            put.accept(item);
                        },
                        path + "/" + index + "/text"));
    }

    // What stays

    private Component yields() {
        Div yields = new Div();
        yields.addClassName("yields");
        Checkbox stays = new Checkbox(getTranslation("protocol.edit.yields"));
        stays.setValue(desk.at(step + "/yields").isObject());
        Div name = new Div();
        stays.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                if (event.getValue()) {
                    ObjectNode fresh = JSON.objectNode();
                    fresh.put("id", freeYield());
                    fresh.set("name", desk.at(step + "/name").deepCopy());
                    desk.put(step + "/yields", fresh);
                } else {
                    desk.clear(step + "/yields");
                }
                showName(name);
            }
        });
        showName(name);
        yields.add(inputs.fields().at(step + "/yields", stays), name);
        return yields;
    }

    private void showName(Div name) {
        name.removeAll();
        inputs.fields().forget(step + "/yields/name");
        if (desk.at(step + "/yields").isObject()) {
            name.add(inputs.text(step + "/yields/name", getTranslation("protocol.edit.yields.name"), false, true));
        }
    }

    private String freeYield() {
        List<String> taken = PackTree.phases(desk.shown()).stream()
                .map(phase -> phase.path("yields").path("id").asString(""))
                .toList();
        String id = step.substring(step.indexOf('@') + 1);
        String free = id;
        for (int number = 2; taken.contains(free); number++) {
            free = id + "-" + number;
        }
        return free;
    }

    // What is folded away

    private List<Component> script() {
        List<Component> script = new ArrayList<>();
        script.add(inputs.optional(step + "/prompts/say"));
        script.add(inputs.optional(step + "/prompts/watch"));
        Inputs.words(desk.at("/roles")).forEach(role -> script.add(inputs.optional(step + "/prompts/forRole/" + role)));
        script.add(mistakes());
        return script;
    }

    private Component mistakes() {
        String path = step + "/prompts/mistakes";
        List<String> moments =
                Stream.of(Mistake.Moment.values()).map(StepForm::word).toList();
        return new ListField(
                inputs,
                path,
                getTranslation("protocol.field.mistakes"),
                getTranslation("protocol.edit.mistakes.add"),
                () -> {
                    ObjectNode mistake = JSON.objectNode();
                    mistake.put("at", "start");
                    mistake.putObject("text");
                    return mistake;
                },
                (index, now, put) -> {
                    Select<String> at = new Select<>();
                    at.setLabel(getTranslation("protocol.field.at"));
                    at.setItems(moments);
                    at.setItemLabelGenerator(word -> word == null ? "" : getTranslation("moment." + word));
                    at.setValue(now.get().path("at").asString("start"));
                    at.addValueChangeListener(event -> {
                        if (event.isFromClient()) {
                            ObjectNode mistake = (ObjectNode) now.get().deepCopy();
                            mistake.put("at", event.getValue());
                            put.accept(mistake);
                        }
                    });
                    Component text = inputs.text(
                            getTranslation("protocol.edit.mistake", index + 1),
                            true,
                            () -> now.get().path("text"),
                            words -> {
                                ObjectNode mistake = (ObjectNode) now.get().deepCopy();
                                mistake.set("text", words);
                                put.accept(mistake);
                            },
                            path + "/" + index + "/text");
                    return new Div(at, text);
                });
    }

    private List<Component> rarer() {
        List<Component> rarer = new ArrayList<>();
        rarer.add(inputs.choice(
                step + "/grouping",
                words(Grouping.values()),
                "grouping.",
                word -> inputs.putWord(step + "/grouping", word)));
        rarer.add(inputs.choice(
                step + "/expiry", words(Expiry.values()), "expiry.", word -> inputs.putWord(step + "/expiry", word)));
        rarer.add(inputs.choice(
                step + "/timing", words(Timing.values()), "meeting", word -> getTranslation("timing." + word), word -> {
                    if (word.equals("meeting")) {
                        desk.clear(step + "/timing");
                    } else {
                        inputs.putWord(step + "/timing", word);
                    }
                }));
        rarer.add(inputs.yes(step + "/optional"));
        rarer.add(turns());
        rarer.add(inputs.several(step + "/unlocks", MATERIALS, word -> getTranslation("material-kind." + word), false));
        return rarer;
    }

    private Component turns() {
        String path = step + "/round";
        Div turns = new Div();
        turns.addClassName("turns");
        Checkbox round = new Checkbox(getTranslation("protocol.field.round"));
        round.setValue(desk.at(path).isObject());
        Div details = new Div();
        round.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                if (event.getValue()) {
                    desk.put(path, JSON.objectNode());
                } else {
                    desk.clear(path);
                }
                showTurns(details);
            }
        });
        showTurns(details);
        turns.add(inputs.fields().at(path, round), details);
        return turns;
    }

    private void showTurns(Div details) {
        details.removeAll();
        String path = step + "/round";
        if (desk.at(path).isObject()) {
            details.add(
                    inputs.number(path + "/seconds"), inputs.yes(path + "/rotate"), inputs.yes(path + "/noRepeats"));
        }
    }

    private static List<String> words(Enum<?>[] constants) {
        return Stream.of(constants).map(StepForm::word).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
