package org.tessera.protocol.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.tessera.protocol.Action;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Visibility;

/** Who may do what in which step: read from the very phases a room asks before it lets somebody act. */
final class RightsTable extends Div {

    private final String caption;

    RightsTable() {
        addClassName("rights-table");
        caption = getTranslation("protocol.rights");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
    }

    RightsTable(Pack pack) {
        this();
        show(pack);
    }

    void show(Pack pack) {
        removeAll();
        NativeTable table = new NativeTable();
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        head.add(header(getTranslation("protocol.step"), "col"));
        pack.roles().forEach(role -> head.add(header(getTranslation("role." + role.word()), "col")));
        pack.phases().forEach(phase -> {
            NativeTableRow row = table.getBody().addRow();
            NativeTableHeaderCell name = header(phase.name().in(getLocale()), "row");
            Span mode = new Span(getTranslation("mode." + phase.mode().code()));
            mode.addClassName("quiet");
            name.add(mode);
            row.add(name);
            pack.roles().forEach(role -> {
                Div cell = new Div();
                List<String> rights = rights(phase, role);
                rights.stream().map(Span::new).forEach(cell::add);
                if (rights.isEmpty()) {
                    boolean silent = phase.visibility() == Visibility.UNRECORDED;
                    Span none = new Span(getTranslation(silent ? "protocol.rights.none" : "protocol.rights.private"));
                    none.addClassName("quiet");
                    cell.add(none);
                }
                row.addDataCell().add(cell);
            });
        });
        add(table);
    }

    private List<String> rights(Phase phase, Role role) {
        List<String> rights = new ArrayList<>();
        if (phase.speak().contains(role)) {
            rights.add(getTranslation("protocol.rights.speak"));
        }
        for (Action action : Action.values()) {
            if (phase.grants(role, action)) {
                rights.add(getTranslation("action." + action.word()));
            }
        }
        return rights;
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.add(new Span(text));
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
