package org.tessera.protocol.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/** Who speaks in a step and who may do what: a box to tick for each role and each thing to do. */
final class RightsField extends Div {

    private final transient Desk desk;
    private final String step;

    RightsField(Inputs inputs, String step) {
        this.desk = inputs.desk();
        this.step = step;
        addClassName("rights-field");
        Set<String> roles = new LinkedHashSet<>(Inputs.words(desk.at("/roles")));
        NativeTable table = new NativeTable();
        table.setCaptionText(getTranslation("protocol.edit.rights"));
        Set<String> actions = actions();
        roles.addAll(Inputs.words(desk.at(step + "/speak")));
        actions.forEach(action -> roles.addAll(Inputs.words(desk.at(step + "/may/" + action))));
        NativeTableRow head = table.getHead().addRow();
        head.add(header(getTranslation("protocol.edit.rights.role"), "col"));
        head.add(header(getTranslation("protocol.rights.speak"), "col"));
        actions.forEach(action -> head.add(header(getTranslation("action." + action), "col")));
        roles.forEach(role -> {
            NativeTableRow row = table.getBody().addRow();
            row.add(header(getTranslation("role." + role), "row"));
            row.addDataCell().add(box(role, step + "/speak", getTranslation("protocol.rights.speak"), true));
            actions.forEach(action -> row.addDataCell()
                    .add(box(role, step + "/may/" + action, getTranslation("action." + action), false)));
        });
        add(table);
        inputs.fields().at(step + "/may", this);
        inputs.fields().at(step + "/speak", this);
    }

    private Set<String> actions() {
        Set<String> actions = new LinkedHashSet<>();
        String instrument = desk.at(step + "/instrument").asString("");
        Stream.of(Instrument.values())
                .filter(each -> each.word().equals(instrument))
                .flatMap(each -> each.actions().stream())
                .map(Action::word)
                .forEach(actions::add);
        actions.addAll(desk.at(step + "/may").propertyNames());
        actions.retainAll(Stream.of(Action.values()).map(Action::word).toList());
        return actions;
    }

    private Checkbox box(String role, String path, String what, boolean keepEmpty) {
        List<String> now = Inputs.words(desk.at(path));
        Checkbox box = new Checkbox();
        box.setAriaLabel(getTranslation("protocol.edit.rights.box", getTranslation("role." + role), what));
        box.setValue(now.contains(role));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                ArrayNode next = Inputs.toggled(desk.at(path), role, event.getValue());
                desk.put(path, next.isEmpty() && !keepEmpty ? MissingNode.getInstance() : next);
            }
        });
        return box;
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.add(new Span(text));
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
