package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tessera.artifact.Artifact;
import org.tessera.credential.Criterion;
import org.tessera.credential.Rule;
import org.tessera.submission.EvidenceLink;
import org.tessera.submission.Part;
import org.tessera.submission.Pointer;

/** Which part of an artifact a link means, and which part of a package it is; each is asked only where there is a choice. */
final class EvidenceFields extends Div {

    private static final long serialVersionUID = 1L;

    private final Select<Rule.Item> item = new Select<>();
    private final Select<Choice> part = new Select<>();
    private final transient Function<Artifact, List<Pointer>> pointers;
    private final transient PartWords words = new PartWords((key, parameters) -> getTranslation(key, parameters));

    /** A part and how the list calls it. */
    private record Choice(Part part, String words) {}

    EvidenceFields(Criterion criterion, Optional<EvidenceLink> link, Function<Artifact, List<Pointer>> pointers) {
        this.pointers = pointers;
        addClassName("evidence-fields");
        item.setLabel(getTranslation("submission.dialog.item"));
        item.setWidthFull();
        item.setVisible(false);
        if (criterion.rule().orElse(null) instanceof Rule.Items items) {
            item.setItems(items.items());
            item.setItemLabelGenerator(one -> one == null ? "" : one.name().in(getLocale()));
            item.setVisible(true);
            link.flatMap(EvidenceLink::item).flatMap(items::item).ifPresent(item::setValue);
        }
        part.setLabel(getTranslation("submission.dialog.part"));
        part.setWidthFull();
        part.setItemLabelGenerator(choice -> choice == null ? "" : choice.words());
        part.setVisible(false);
        link.ifPresent(there -> {
            offer(Stream.of(new Choice(there.part(), words.of(there.part()))));
            part.setVisible(!there.part().equals(Part.WHOLE));
            // what a link is about stays; another part is another link
            part.setReadOnly(true);
            item.setReadOnly(true);
        });
        add(item, part);
    }

    /** Offers the places {@code artifact}'s notes point to. */
    void show(Artifact artifact) {
        List<Pointer> places = pointers.apply(artifact);
        offer(Stream.concat(
                Stream.of(new Choice(Part.WHOLE, words.of(Part.WHOLE))),
                places.stream().map(place -> new Choice(place.region(), words.of(place)))));
        part.setVisible(!places.isEmpty());
    }

    private void offer(Stream<Choice> choices) {
        List<Choice> all = choices.toList();
        part.setItems(all);
        part.setValue(all.getFirst());
    }

    /** What was chosen, for this artifact and these words. */
    Offer with(Artifact artifact, String annotation) {
        return new Offer(
                artifact,
                Optional.ofNullable(item.getValue()).map(Rule.Item::id),
                Optional.ofNullable(part.getValue()).map(Choice::part).orElse(Part.WHOLE),
                annotation);
    }
}
