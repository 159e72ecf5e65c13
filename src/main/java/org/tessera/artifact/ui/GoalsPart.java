package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import org.tessera.artifact.Content;

/** The goals the team set itself, in its order. */
final class GoalsPart extends Part {

    private static final long serialVersionUID = 1L;

    GoalsPart(Content content) {
        super("goals");
        OrderedList list = new OrderedList();
        content.goals().forEach(goal -> list.add(new ListItem(goal.text())));
        add(list);
    }
}
