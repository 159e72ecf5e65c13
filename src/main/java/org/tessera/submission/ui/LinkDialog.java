package org.tessera.submission.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.tessera.artifact.Artifact;
import org.tessera.credential.Criterion;
import org.tessera.submission.EvidenceLink;
import org.tessera.submission.LinkAnswer;
import org.tessera.submission.Linkable;
import org.tessera.submission.Pointer;

/** Makes, rewords or removes one link. Words that were not saved are handed back when it closes. */
final class LinkDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** What the dialog asks of the page it stands on. */
    interface Desk {

        LinkAnswer link(Offer offer);

        LinkAnswer reword(EvidenceLink link, String annotation);

        LinkAnswer unlink(EvidenceLink link);

        /** The places on pages that an artifact points to. */
        List<Pointer> pointersIn(Artifact artifact);

        /** The dialog was closed without saving these words; blank if there are none. */
        void unsaved(String words);

        /** Something was changed: say {@code messageKey} and show the present state. */
        void done(String messageKey);
    }

    private final transient Desk desk;
    private final transient Optional<EvidenceLink> link;
    private final ComboBox<Linkable> piece = new ComboBox<>();
    private final TextArea annotation = new TextArea();
    private final EvidenceFields fields;
    private String saved;

    /**
     * @param criterion what the evidence is for
     * @param choice what there is to choose from; a single one is chosen already
     * @param draft words left over from before, blank if none
     */
    LinkDialog(Criterion criterion, List<Linkable> choice, Optional<EvidenceLink> link, String draft, Desk desk) {
        this.desk = desk;
        this.link = link;
        fields = new EvidenceFields(criterion, link, desk::pointersIn);
        saved = link.map(EvidenceLink::annotation).orElse("");
        setHeaderTitle(getTranslation(link.isPresent() ? "submission.dialog.change" : "submission.dialog.link"));
        addClassName("link-dialog");
        setCloseOnOutsideClick(false);
        Paragraph rowText = new Paragraph(criterion.wording().in(getLocale()));
        rowText.addClassName("link-dialog-row");
        preparePiece(choice);
        prepareAnnotation(draft);
        Div body = new Div(rowText, piece, openLink(), fields, annotation);
        body.addClassName("link-dialog-body");
        if (!draft.isBlank() && !draft.equals(saved)) {
            Paragraph note = new Paragraph(getTranslation("submission.dialog.draft"));
            note.addClassName("page-note");
            body.addComponentAsFirst(note);
        }
        add(body);
        addButtons();
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                String words = annotation.getValue();
                desk.unsaved(words.equals(saved) ? "" : words);
            }
        });
    }

    /** Fills in a stretch of a recording that was chosen elsewhere. */
    void suggest(String stretch) {
        fields.suggest(stretch);
    }

    private void preparePiece(List<Linkable> choice) {
        piece.setLabel(getTranslation("submission.dialog.artifact"));
        piece.setItems(choice);
        piece.setItemLabelGenerator(new PieceLine(this, getLocale())::full);
        piece.setWidthFull();
        if (choice.size() == 1) {
            piece.setValue(choice.getFirst());
            piece.setReadOnly(true);
        }
        piece.setAutofocus(!piece.isReadOnly());
        if (link.isEmpty()) {
            piece.addValueChangeListener(
                    change -> Optional.ofNullable(change.getValue()).ifPresent(fields::show));
            Optional.ofNullable(piece.getValue()).ifPresent(fields::show);
        }
    }

    private void prepareAnnotation(String draft) {
        annotation.setLabel(getTranslation("submission.dialog.annotation"));
        // no maximum in the browser: it would cut off pasted words without a word
        annotation.setValueChangeMode(ValueChangeMode.LAZY);
        annotation.setWidthFull();
        annotation.setMinRows(4);
        annotation.setMaxRows(12);
        annotation.setAutofocus(piece.isReadOnly());
        annotation.addValueChangeListener(change -> {
            annotation.setInvalid(false);
            tellLength();
        });
        annotation.setValue(draft.isBlank() ? saved : draft);
        tellLength();
    }

    private void tellLength() {
        String help = getTranslation("submission.dialog.annotation.help", EvidenceLink.MOST);
        String count =
                getTranslation("submission.dialog.count", annotation.getValue().length(), EvidenceLink.MOST);
        annotation.setHelperText(annotation.isEmpty() ? help : help + " " + count);
    }

    private Anchor openLink() {
        Anchor open = new Anchor("", getTranslation("submission.dialog.open"), AnchorTarget.BLANK);
        open.setVisible(piece.getValue() != null);
        Runnable point = () -> Optional.ofNullable(piece.getValue()).ifPresent(one -> {
            open.setHref(PieceLine.address(one.piece()));
            open.setVisible(true);
        });
        point.run();
        piece.addValueChangeListener(change -> point.run());
        return open;
    }

    private void addButtons() {
        Button save = new Button(getTranslation("submission.dialog.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Shortcuts.addShortcutListener(annotation, this::save, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(annotation);
        Button cancel = new Button(getTranslation("submission.dialog.cancel"), click -> close());
        link.ifPresent(there -> {
            Button remove = new Button(
                    getTranslation("submission.dialog.remove"),
                    click -> settle(desk.unlink(there), "submission.removed"));
            remove.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
            remove.addClassName("link-dialog-remove");
            getFooter().add(remove);
        });
        getFooter().add(cancel, save);
    }

    private void save() {
        String words = annotation.getValue();
        if (link.isPresent()) {
            settle(desk.reword(link.get(), words), "submission.saved");
        } else if (piece.getValue() == null) {
            piece.setInvalid(true);
            piece.focus();
        } else if (fields.isReadable()) {
            settle(desk.link(fields.with(piece.getValue(), words)), "submission.linked");
        }
    }

    private void settle(LinkAnswer answer, String messageKey) {
        switch (answer) {
            case LinkAnswer.Refused(var why) -> {
                annotation.setErrorMessage(getTranslation("submission.refusal." + why));
                annotation.setInvalid(true);
                annotation.focus();
            }
            case LinkAnswer.Linked _, LinkAnswer.Unlinked _ -> {
                saved = annotation.getValue();
                close();
                desk.done(messageKey);
            }
        }
    }
}
