package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.util.Locale;
import java.util.Optional;
import org.tessera.assessment.Desk;
import org.tessera.assessment.Lack;
import org.tessera.writing.ui.WritingField;

/** A part or requirement in the check: what was handed in for it, and whether something is missing. */
final class CheckCard extends Section {

    private static final long serialVersionUID = 1L;

    private final WritingField words;

    /** @param chosen is told the place and what is missing, or a blank for nothing */
    CheckCard(
            Desk.Place place,
            String name,
            Optional<String> choice,
            Component handedIn,
            SerializableBiConsumer<String, String> chosen) {
        addClassName("row-card");
        Select<Lack> lack = new Select<>();
        lack.setLabel(getTranslation("assessment.check.lack"));
        lack.setItems(Lack.values());
        lack.setEmptySelectionAllowed(true);
        lack.setEmptySelectionCaption(getTranslation("assessment.check.nothing"));
        lack.setItemLabelGenerator(one -> one == null
                ? getTranslation("assessment.check.nothing")
                : getTranslation("assessment.lack." + one.name().toLowerCase(Locale.ROOT)));
        choice.map(Lack::valueOf).ifPresent(lack::setValue);
        words = new WritingField(getTranslation("assessment.check.words", name), place.text());
        words.setVisible(lack.getValue() != null);
        lack.addValueChangeListener(change -> {
            words.setVisible(change.getValue() != null);
            chosen.accept(
                    place.id(),
                    change.getValue() == null ? "" : change.getValue().name());
        });
        Div rating = new Div(lack, words);
        rating.addClassName("row-rating");
        Div beside = new Div(handedIn);
        beside.addClassName("row-claims");
        Div columns = new Div(rating, beside);
        columns.addClassName("row-columns");
        add(new H2(name), columns);
    }

    /** The field for what is missing, if something is. */
    Optional<WritingField> words() {
        return Optional.of(words).filter(Component::isVisible);
    }
}
