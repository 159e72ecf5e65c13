package org.tessera.protocol.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tessera.protocol.Budget;
import org.tessera.protocol.OwnProtocol;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Text;

/** A protocol in a list: what it is for, how long and for how many it is, and where it comes from. */
final class ProtocolLine extends ListItem {

    private final String text;

    /** A protocol that comes with the product. */
    ProtocolLine(Pack pack) {
        this(pack.ref().id(), pack.name(), Optional.empty(), Optional.of(pack));
    }

    /** A protocol of a team. */
    ProtocolLine(OwnProtocol own, String team, Optional<Pack> pack) {
        this(own.id(), own.name(), Optional.of(team), pack);
        String key = own.putAway()
                ? "protocol.list.away"
                : own.published() == 0
                        ? "protocol.list.unpublished"
                        : own.mayEdit() ? "protocol.list.version" : "protocol.list.handed";
        Span state = new Span(getTranslation(key, own.published()));
        state.addClassName("mark");
        add(state);
    }

    private ProtocolLine(String id, Text called, Optional<String> team, Optional<Pack> pack) {
        String name = called.in(getLocale());
        Anchor link = new Anchor("protocols/" + id, name.isBlank() ? getTranslation("protocol.unnamed") : name);
        link.addClassName("name");
        Div head = new Div(link);
        head.addClassName("head");
        add(head);
        team.map(Span::new).ifPresent(head::add);
        StringBuilder words = new StringBuilder(name).append(' ').append(team.orElse(""));
        pack.ifPresent(found -> {
            Span facts = new Span(getTranslation(
                    "protocol.facts",
                    Budget.usualMinutes(found),
                    found.phases().size(),
                    found.groupSize().min(),
                    found.groupSize().max()));
            Span aspect = new Span(getTranslation("aspect." + found.aspect()));
            aspect.addClassName("aspect");
            Div line = new Div(facts, aspect);
            line.addClassName("facts");
            add(line, new Paragraph(found.purpose().in(getLocale())));
            Paragraph credit = new Paragraph(found.attribution().credit().in(getLocale()));
            credit.addClassNames("quiet", "credit");
            add(credit);
            if (!found.attribution().verified() && team.isEmpty()) {
                Span draft = new Span(getTranslation("protocol.draft"));
                draft.addClassName("mark");
                add(draft);
            }
            words.append(' ')
                    .append(found.purpose().in(getLocale()))
                    .append(' ')
                    .append(aspect.getText())
                    .append(' ')
                    .append(credit.getText());
        });
        text = plain(words.toString());
    }

    /** Whether every word of {@code wanted} stands in it, accents aside. */
    boolean isAbout(String wanted) {
        return Arrays.stream(plain(wanted).split("\\s+", -1)).allMatch(text::contains);
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
