package org.tessera.room.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tessera.protocol.Text;

/** The norms, one a line. */
final class NormsList extends UnorderedList {

    private List<Text> shown = List.of();

    void show(List<Text> norms) {
        if (!norms.equals(shown)) {
            shown = norms;
            removeAll();
            norms.forEach(norm -> add(new ListItem(norm.in(getLocale()))));
        }
    }
}
