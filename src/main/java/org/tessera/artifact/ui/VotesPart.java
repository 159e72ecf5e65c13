package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tessera.artifact.Content;

/** The dots, most first. */
final class VotesPart extends Part {

    private static final long serialVersionUID = 1L;

    VotesPart(Content content, Origins origins) {
        super("votes");
        int most = content.tallies().values().stream().max(Integer::compareTo).orElse(1);
        OrderedList list = new OrderedList();
        list.addClassName("votes");
        content.tallies().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> list.add(line(name(content, origins, entry.getKey()), entry.getValue(), most)));
        add(list);
    }

    private ListItem line(String name, int dots, int most) {
        Div bar = new Div();
        bar.addClassName("vote-bar");
        bar.getStyle().setWidth(100 * dots / Math.max(1, most) + "%");
        bar.getElement().setAttribute("aria-hidden", "true");
        Span text = new Span(name);
        text.addClassName("vote-name");
        Span count = new Span(getTranslation("artifact.dots", dots));
        count.addClassName("vote-count");
        return new ListItem(text, count, bar);
    }

    private String name(Content content, Origins origins, String target) {
        return Stream.concat(
                        content.groups().stream()
                                .filter(group -> group.id().equals(target))
                                .map(group -> Objects.requireNonNullElse(group.name(), "")),
                        origins.note(target).map(Content.Note::text).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(() -> getTranslation("artifact.unnamed"));
    }
}
