package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.tessera.artifact.Content;

/** The norms the team took up, and how many people find which of them hard. */
final class NormsPart extends Part {

    private static final long serialVersionUID = 1L;

    NormsPart(List<Content.Norm> norms) {
        super("norms");
        OrderedList list = new OrderedList();
        norms.forEach(norm -> {
            ListItem item = new ListItem(new Span(norm.text()));
            if (norm.hard() > 0) {
                Span hard = new Span(getTranslation("artifact.norm.hard", norm.hard()));
                hard.addClassNames("quiet", "norm-hard");
                item.add(hard);
            }
            list.add(item);
        });
        add(list);
    }
}
