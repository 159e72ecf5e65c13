package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.tessera.artifact.Content;

/** How many chose what; and, for the reader, which choice was one's own. */
final class ChoicesPart extends Part {

    private static final long serialVersionUID = 1L;

    ChoicesPart(List<Content.Choice> choices, Optional<String> me) {
        super("choices");
        int most = choices.stream()
                .mapToInt(choice -> choice.people().size())
                .max()
                .orElse(1);
        UnorderedList list = new UnorderedList();
        list.addClassName("votes");
        choices.forEach(choice -> list.add(line(choice, me, Math.max(1, most))));
        add(list);
    }

    private ListItem line(Content.Choice choice, Optional<String> me, int most) {
        Div bar = new Div();
        bar.addClassName("vote-bar");
        bar.getStyle().setWidth(100 * choice.people().size() / most + "%");
        bar.getElement().setAttribute("aria-hidden", "true");
        boolean mine = me.filter(choice.people()::contains).isPresent();
        Span text = new Span(
                Wordings.in(choice.text(), getLocale()) + (mine ? " · " + getTranslation("artifact.mine") : ""));
        text.addClassName("vote-name");
        Span count = new Span(getTranslation("artifact.people", choice.people().size()));
        count.addClassName("vote-count");
        return new ListItem(text, count, bar);
    }
}
