package org.tessera.protocol.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.DraftEdit;
import org.tessera.protocol.PackTree;
import org.tessera.protocol.Role;
import org.tessera.protocol.UsualPhase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The steps of a draft in their order: to open, add, copy, move and take out. One is open at a time. */
final class StepsField extends Div {

    private static final String UP = "up";
    private static final String DOWN = "down";

    private final transient Inputs inputs;
    private final transient Desk desk;
    private final transient Consumer<Removed> removed;
    private final OrderedList list = new OrderedList();
    private @Nullable String open;

    /** A phase that was taken out, with all that is needed to put it back. */
    record Removed(String name, List<DraftEdit> undo, String id) {}

    StepsField(Inputs inputs, Consumer<Removed> removed) {
        this.inputs = inputs;
        this.desk = inputs.desk();
        this.removed = removed;
        addClassName("steps-field");
        list.addClassName("edited-steps");
        Button add = new Button(getTranslation("protocol.edit.step.add"), VaadinIcon.PLUS.create(), _ -> addStep());
        add.setId("add-step");
        add(list, add);
        inputs.fields().at("/phases", add);
        show();
    }

    /** Opens a step, if it is there. */
    void open(String id) {
        if (!id.equals(open)) {
            open = id;
            show();
        }
    }

    /** Shows everything anew. */
    void show() {
        inputs.fields().forget("/phases");
        list.removeAll();
        List<ObjectNode> phases = PackTree.phases(desk.shown());
        for (int i = 0; i < phases.size(); i++) {
            list.add(item(phases.get(i), i, phases.size()));
        }
    }

    /** Shows the heads anew, which tell of what is typed in the open step. */
    void tell() {
        List<ObjectNode> phases = PackTree.phases(desk.shown());
        for (int i = 0; i < phases.size() && i < list.getComponentCount(); i++) {
            Step step = (Step) list.getComponentAt(i);
            step.tell(phases.get(i), i);
        }
    }

    private Step item(ObjectNode phase, int index, int size) {
        return new Step(phase, index, size);
    }

    /** A step in the list, perhaps open. */
    private final class Step extends ListItem {

        private final String id;
        private final NativeButton head = new NativeButton();
        private final Span name = new Span();
        private final Span facts = new Span();
        private final Map<String, Button> buttons = new LinkedHashMap<>();

        Step(ObjectNode phase, int index, int size) {
            id = phase.path("id").asString("");
            boolean isOpen = id.equals(open);
            addClassName("edited-step");
            setClassName("open", isOpen);
            name.addClassName("name");
            facts.addClassName("quiet");
            head.addClassName("step-toggle");
            head.getElement().setAttribute("aria-expanded", String.valueOf(isOpen));
            head.add(name, facts);
            head.addClickListener(_ -> {
                open = isOpen ? null : id;
                StepsField.this.show();
                focusHead(id);
            });
            inputs.fields().at("/phases/@" + id, head);
            button(UP, VaadinIcon.ARROW_UP, () -> move(id, -1)).setEnabled(index > 0);
            button(DOWN, VaadinIcon.ARROW_DOWN, () -> move(id, 1)).setEnabled(index < size - 1);
            button("copy", VaadinIcon.COPY, () -> copy(id));
            button("out", VaadinIcon.TRASH, () -> takeOut(id));
            Div acts = new Div();
            acts.addClassName("row-buttons");
            buttons.values().forEach(acts::add);
            tell(phase, index);
            Div line = new Div(head, acts);
            line.addClassName("step-line");
            add(line);
            if (isOpen) {
                add(new StepForm(inputs, id));
            }
        }

        private Button button(String what, VaadinIcon icon, Runnable act) {
            Button button = new Button(icon.create(), _ -> act.run());
            button.addThemeVariants(ButtonVariant.TERTIARY);
            buttons.put(what, button);
            return button;
        }

        /** Says what the step is called and like now, on its buttons too. */
        void tell(ObjectNode phase, int index) {
            Words words = new Words(this, getLocale());
            String called = words.nameOf(phase);
            name.setText(getTranslation("protocol.edit.step.name", index + 1, called));
            facts.setText(getTranslation(
                    "protocol.edit.step.facts",
                    words.value("minutes", phase.path("minutes")),
                    words.value("mode", phase.path("mode")),
                    words.value("instrument", phase.path("instrument"))));
            buttons.forEach((what, button) -> {
                String does = getTranslation("protocol.edit.step." + what, called);
                button.setAriaLabel(does);
                button.getElement().setAttribute("title", does);
            });
        }

        /** Where whoever has moved the step goes on: at the same arrow, or at its name once it can go no further. */
        void focusOn(String what) {
            Button button = Objects.requireNonNull(buttons.get(what));
            if (button.isEnabled()) {
                button.focus();
            } else {
                focusHead(id);
            }
        }
    }

    private void focusHead(String id) {
        inputs.fields().nearest("/phases/@" + id).ifPresent(head -> head.getElement()
                .callJsFunction("focus"));
    }

    private void addStep() {
        List<String> ids = PackTree.phaseIds(desk.shown());
        String id = PackTree.freeId(desk.shown(), "step");
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> words = Inputs.words(desk.at("/roles"));
        Stream.of(Role.values()).filter(role -> words.contains(role.word())).forEach(roles::add);
        ObjectNode phase = UsualPhase.phase(id, PackTree.text(Map.of()), PackTree.text(Map.of()), roles);
        begin(ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast()), phase, id);
    }

    private void begin(Optional<String> behind, ObjectNode phase, String id) {
        if (desk.make(List.of(new DraftEdit.AddPhase(behind, phase)))) {
            open = id;
            show();
            inputs.fields().nearest("/phases/@" + id + "/name").ifPresent(Fields::focus);
        }
    }

    private void copy(String id) {
        ObjectNode phase = (ObjectNode) desk.at("/phases/@" + id).deepCopy();
        String copied = PackTree.freeId(desk.shown(), id);
        phase.put("id", copied);
        if (phase.get("yields") instanceof ObjectNode yields) {
            yields.put("id", copied);
        }
        begin(Optional.of(id), phase, copied);
    }

    private void move(String id, int places) {
        if (desk.make(List.of(new DraftEdit.MovePhase(id, places)))) {
            show();
            list.getChildren()
                    .map(Step.class::cast)
                    .filter(step -> step.id.equals(id))
                    .forEach(step -> step.focusOn(places < 0 ? UP : DOWN));
        }
    }

    private void takeOut(String id) {
        List<String> ids = PackTree.phaseIds(desk.shown());
        int place = ids.indexOf(id);
        Optional<String> behind = place > 0 ? Optional.of(ids.get(place - 1)) : Optional.empty();
        ObjectNode phase = (ObjectNode) desk.at("/phases/@" + id).deepCopy();
        JsonNode protect = desk.at("/protect").deepCopy();
        JsonNode repeats = desk.at("/repeats").deepCopy();
        String name = new Words(this, getLocale()).nameOf(phase);
        if (desk.make(List.of(new DraftEdit.RemovePhase(id)))) {
            open = id.equals(open) ? null : open;
            show();
            removed.accept(new Removed(
                    name,
                    List.of(
                            new DraftEdit.AddPhase(behind, phase),
                            new DraftEdit.Put("/protect", desk.at("/protect").deepCopy(), protect),
                            new DraftEdit.Put("/repeats", desk.at("/repeats").deepCopy(), repeats)),
                    id));
        }
    }
}
