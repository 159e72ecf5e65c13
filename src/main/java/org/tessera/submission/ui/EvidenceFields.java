package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tessera.artifact.Artifact;
import org.tessera.credential.Criterion;
import org.tessera.credential.Rule;
import org.tessera.exhibit.Exhibit;
import org.tessera.submission.EvidenceLink;
import org.tessera.submission.Linkable;
import org.tessera.submission.Part;
import org.tessera.submission.Pointer;

/** Which part of a piece a link means, and which part of a package it is; each is asked only where there is a choice. */
final class EvidenceFields extends Div {

    private static final long serialVersionUID = 1L;

    private final Select<Rule.Item> item = new Select<>();
    private final Select<Choice> part = new Select<>();
    private final TextField stretch = new TextField();
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
        stretch.setLabel(getTranslation("submission.dialog.stretch"));
        stretch.setHelperText(getTranslation("submission.dialog.stretch.help"));
        stretch.setWidthFull();
        stretch.setVisible(false);
        stretch.addValueChangeListener(_ -> stretch.setInvalid(false));
        add(item, part, stretch);
    }

    /** Asks which part of it is meant: the places an artifact's notes point to, a page, or a stretch of a recording. */
    void show(Linkable what) {
        List<Choice> places =
                switch (what) {
                    case Linkable.Left(var artifact) ->
                        pointers.apply(artifact).stream()
                                .map(place -> new Choice(place.region(), words.of(place)))
                                .toList();
                    case Linkable.Own(var exhibit) ->
                        exhibit.pages().map(this::pagesOf).orElse(List.of());
                };
        offer(Stream.concat(Stream.of(new Choice(Part.WHOLE, words.of(Part.WHOLE))), places.stream()));
        part.setVisible(!places.isEmpty());
        stretch.setVisible(
                switch (what) {
                    case Linkable.Left _ -> false;
                    case Linkable.Own(var exhibit) -> exhibit.kind().isRecording();
                });
    }

    private List<Choice> pagesOf(Exhibit.Pages pages) {
        return IntStream.rangeClosed(1, pages.count() == 1 ? 0 : pages.count())
                .mapToObj(page -> new Part.Region(pages.material().value(), page, 0, 0, 1, 1))
                .map(page -> new Choice(page, words.of(page)))
                .toList();
    }

    /** Fills in a stretch that was chosen elsewhere. */
    void suggest(String typed) {
        stretch.setValue(typed);
    }

    /** Whether what was typed can be read; says so where it cannot. */
    boolean isReadable() {
        boolean isReadable = typed().isEmpty() || Part.TimeRange.read(typed()).isPresent();
        stretch.setInvalid(!isReadable);
        stretch.setErrorMessage(isReadable ? "" : getTranslation("submission.dialog.stretch.wrong"));
        if (!isReadable) {
            stretch.focus();
        }
        return isReadable;
    }

    private String typed() {
        return stretch.isVisible() ? stretch.getValue().strip() : "";
    }

    private void offer(Stream<Choice> choices) {
        List<Choice> all = choices.toList();
        part.setItems(all);
        part.setValue(all.getFirst());
    }

    /** What was chosen, for this piece and these words. */
    Offer with(Linkable what, String annotation) {
        return new Offer(
                what,
                Optional.ofNullable(item.getValue()).map(Rule.Item::id),
                Part.TimeRange.read(typed())
                        .<Part>map(range -> range)
                        .or(() -> Optional.ofNullable(part.getValue()).map(Choice::part))
                        .orElse(Part.WHOLE),
                annotation);
    }
}
