package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.tessera.attachment.ui.AttachmentCard;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.credential.SubmissionPart;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.HandIn;

/** What was handed in, to read. */
final class HandInPart extends Div {

    private static final long serialVersionUID = 1L;

    HandInPart(Credential credential, HandIn handIn) {
        addClassName("handin-kept");
        add(new H2(getTranslation("handin.handed")));
        for (SubmissionPart part : credential.submission()) {
            add(new H3(part.title().in(getLocale())));
            if (part.id().equals(HandIn.EVIDENCE)) {
                UnorderedList list = new UnorderedList();
                handIn.evidence().forEach(piece -> list.add(piece(credential, piece)));
                add(list);
            } else {
                add(text(handIn.answer(part.id()).orElse("")));
                handIn.beside(part.id())
                        .forEach(one ->
                                add(new AttachmentCard(one.way(), one.id(), one.description(), one.transcript())));
            }
        }
        if (!handIn.collaboration().isBlank()) {
            add(new H3(getTranslation("handin.together")), text(handIn.collaboration()));
        }
        if (!handIn.references().isEmpty()) {
            UnorderedList list = new UnorderedList();
            handIn.references().forEach(reference -> list.add(new ListItem(reference)));
            add(new H3(getTranslation("handin.references")), list);
        }
    }

    private ListItem piece(Credential credential, FrozenEvidence piece) {
        String row = credential
                .criterion(piece.criterion())
                .map(Criterion::wording)
                .map(wording -> wording.in(getLocale()))
                .orElse(piece.criterion());
        return new ListItem(new Paragraph(row), text(piece.annotation()));
    }

    private static Paragraph text(String words) {
        Paragraph text = new Paragraph(words);
        text.addClassName("handin-text");
        return text;
    }
}
