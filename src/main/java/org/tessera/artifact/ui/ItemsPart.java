package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import org.tessera.artifact.Content;

/** A list that was made to be gone through. */
final class ItemsPart extends Part {

    private static final long serialVersionUID = 1L;

    ItemsPart(Content content) {
        super("items");
        OrderedList list = new OrderedList();
        content.items().forEach(item -> list.add(new ListItem(item.in(getLocale()))));
        add(list);
    }
}
