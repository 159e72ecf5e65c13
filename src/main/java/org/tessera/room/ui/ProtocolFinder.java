package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.SelectionPreservationMode;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.tessera.protocol.Pack;

/**
 * Narrows many protocols down: to those with the words looked for in their name or purpose, and to those for one aspect.
 * The one that is chosen stays in sight.
 */
final class ProtocolFinder extends Div {

    private final TextField words = new TextField();
    private final Select<String> aspect = new Select<>();
    private final Span count = new Span();
    private final RadioButtonGroup<Pack> protocols;
    private final List<Pack> packs;

    /** Finds among {@code packs}, which become the items of {@code protocols}. */
    ProtocolFinder(RadioButtonGroup<Pack> protocols, List<Pack> packs) {
        this.protocols = protocols;
        this.packs = packs;
        addClassName("protocol-finder");
        words.setLabel(getTranslation("room.new.find"));
        words.setPlaceholder(getTranslation("room.new.find.example"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(_ -> narrow());
        aspect.setLabel(getTranslation("room.new.aspect"));
        aspect.setItems(packs.stream().map(Pack::aspect).distinct().sorted().toList());
        aspect.setEmptySelectionAllowed(true);
        aspect.setEmptySelectionCaption(getTranslation("room.new.aspect.any"));
        aspect.setItemLabelGenerator(
                word -> word == null ? getTranslation("room.new.aspect.any") : getTranslation("aspect." + word));
        aspect.addValueChangeListener(_ -> narrow());
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        protocols.setSelectionPreservationMode(SelectionPreservationMode.PRESERVE_ALL);
        protocols.setItems(packs);
        add(words, aspect, count);
        narrow();
    }

    private void narrow() {
        List<Pack> found = packs.stream().filter(this::isFound).toList();
        Pack chosen = protocols.getValue();
        protocols.getListDataView().setFilter(pack -> pack.equals(chosen) || found.contains(pack));
        count.setText(
                found.isEmpty()
                        ? getTranslation("room.new.find.none")
                        : getTranslation("room.new.find.count", found.size(), packs.size()));
    }

    private boolean isFound(Pack pack) {
        String wanted = plain(words.getValue());
        String text = plain(Stream.of(
                        pack.name().in(getLocale()),
                        pack.purpose().in(getLocale()),
                        getTranslation("aspect." + pack.aspect()))
                .reduce("", (one, other) -> one + " " + other));
        return (aspect.isEmpty() || aspect.getValue().equals(pack.aspect()))
                && Stream.of(wanted.split("\\s+")).allMatch(text::contains);
    }

    /** Words as people look for them: without accents, in small letters. */
    private String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(getLocale()), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .strip();
    }
}
