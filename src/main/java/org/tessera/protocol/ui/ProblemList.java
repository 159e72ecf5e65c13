package org.tessera.protocol.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** What keeps a draft from being published, each with the way to its field. */
final class ProblemList extends Div {

    private final Paragraph summary = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final SerializableConsumer<String> go;

    ProblemList(SerializableConsumer<String> go) {
        this.go = go;
        addClassNames("card", "problems");
        summary.getElement().setAttribute("role", "status");
        getElement().setAttribute("tabindex", "-1");
        add(new H2(getTranslation("protocol.problems")), summary, list);
    }

    void show(List<Told> problems) {
        summary.setText(getTranslation(
                problems.isEmpty() ? "protocol.problems.none" : "protocol.problems.count", problems.size()));
        setClassName("sound", problems.isEmpty());
        list.removeAll();
        problems.forEach(problem -> {
            NativeButton way = new NativeButton(
                    problem.place().isEmpty() ? getTranslation("protocol.problem.whole") : problem.place());
            way.addClassName("way");
            way.addClickListener(_ -> go.accept(problem.path()));
            list.add(new ListItem(way, new Span(problem.sentence())));
        });
        list.setVisible(!problems.isEmpty());
    }
}
