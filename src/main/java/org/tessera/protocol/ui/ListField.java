package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Things in a list of the draft, such as norms or items: to be added, changed, moved and taken out. */
final class ListField extends FieldSet {

    private final transient Desk desk;
    private final String path;
    private final transient Row row;
    private final Div rows = new Div();
    private final Button add;

    /** How one thing is shown: {@code now} reads it, {@code put} changes it. */
    interface Row {
        Component of(int index, Supplier<JsonNode> now, Consumer<JsonNode> put);
    }

    ListField(Inputs inputs, String path, String label, String addText, Supplier<JsonNode> fresh, Row row) {
        super(label);
        this.desk = inputs.desk();
        this.path = path;
        this.row = row;
        addClassName("list-field");
        add = new Button(addText, VaadinIcon.PLUS.create(), _ -> {
            ArrayNode next = items();
            next.add(fresh.get());
            put(next);
            show();
            focusLast();
        });
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add(rows, add);
        inputs.fields().at(path, this);
        show();
    }

    private ArrayNode items() {
        return desk.at(path) instanceof ArrayNode there ? there.deepCopy() : JsonNodeFactory.instance.arrayNode();
    }

    private void put(ArrayNode next) {
        desk.put(path, next.isEmpty() ? MissingNode.getInstance() : next);
    }

    private void show() {
        rows.removeAll();
        ArrayNode items = items();
        for (int i = 0; i < items.size(); i++) {
            int index = i;
            Component inside = row.of(i, () -> items().path(index), value -> {
                ArrayNode next = items();
                next.set(index, value);
                put(next);
            });
            Div line = new Div(inside, buttons(i, items.size()));
            line.addClassName("list-row");
            rows.add(line);
        }
    }

    private Component buttons(int index, int size) {
        Button up = button(VaadinIcon.ARROW_UP, "protocol.edit.list.up", index, () -> move(index, index - 1));
        up.setEnabled(index > 0);
        Button down = button(VaadinIcon.ARROW_DOWN, "protocol.edit.list.down", index, () -> move(index, index + 1));
        down.setEnabled(index < size - 1);
        Button out = button(VaadinIcon.TRASH, "protocol.edit.list.out", index, () -> {
            ArrayNode next = items();
            next.remove(index);
            put(next);
            show();
            add.focus();
        });
        Div buttons = new Div(up, down, out);
        buttons.addClassName("row-buttons");
        return buttons;
    }

    private Button button(VaadinIcon icon, String key, int index, Runnable act) {
        Button button = new Button(icon.create(), _ -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key, index + 1));
        button.getElement().setAttribute("title", getTranslation(key, index + 1));
        return button;
    }

    private void move(int from, int to) {
        List<JsonNode> order = new ArrayList<>(items().valueStream().toList());
        Collections.swap(order, from, to);
        ArrayNode next = JsonNodeFactory.instance.arrayNode();
        order.forEach(next::add);
        put(next);
        show();
        rows.getComponentAt(to)
                .getElement()
                .executeJs("this.querySelector('vaadin-text-field, vaadin-text-area, vaadin-select')?.focus()");
    }

    private void focusLast() {
        rows.getComponentAt(rows.getComponentCount() - 1)
                .getElement()
                .executeJs(
                        "this.querySelector('vaadin-text-field, vaadin-text-area, vaadin-select, vaadin-checkbox')?.focus()");
    }

    Focusable<?> adding() {
        return add;
    }
}
