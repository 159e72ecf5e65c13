package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tessera.assessment.Desk;
import org.tessera.assessment.Lack;
import org.tessera.writing.ui.WritingField;

/** A part or requirement in the check: what was handed in for it, and whether something is missing. */
final class CheckCard extends Section {

    private static final long serialVersionUID = 1L;

    private final WritingField words;

    /**
     * @param noticed what the check before handing in noticed here
     * @param chosen is told the place and what is missing, or a blank for nothing
     */
    CheckCard(
            Desk.Place place,
            String name,
            Optional<String> choice,
            List<Lack> noticed,
            Component handedIn,
            SerializableBiConsumer<String, String> chosen) {
        addClassName("row-card");
        Select<Lack> lack = new Select<>();
        lack.setLabel(getTranslation("assessment.check.lack"));
        lack.setItems(Lack.values());
        lack.setEmptySelectionAllowed(true);
        lack.setEmptySelectionCaption(getTranslation("assessment.check.nothing"));
        lack.setItemLabelGenerator(one -> one == null ? getTranslation("assessment.check.nothing") : name(one));
        choice.map(Lack::valueOf).ifPresent(lack::setValue);
        words = new WritingField(getTranslation("assessment.check.words", name), place.text());
        words.setVisible(lack.getValue() != null);
        lack.addValueChangeListener(change -> {
            words.setVisible(change.getValue() != null);
            chosen.accept(
                    place.id(),
                    change.getValue() == null ? "" : change.getValue().name());
        });
        if (!noticed.isEmpty()) {
            lack.setHelperText(getTranslation(
                    "assessment.check.noticed", noticed.stream().map(this::name).collect(Collectors.joining("; "))));
        }
        Div rating = new Div(lack, words);
        rating.addClassName("row-rating");
        Div beside = new Div(handedIn);
        beside.addClassName("row-claims");
        Div columns = new Div(rating, beside);
        columns.addClassName("row-columns");
        add(new H2(name), columns);
    }

    private String name(Lack lack) {
        return getTranslation("assessment.lack." + lack.name().toLowerCase(Locale.ROOT));
    }

    /** The field for what is missing, if something is. */
    Optional<WritingField> words() {
        return Optional.of(words).filter(Component::isVisible);
    }
}
