package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.Part;
import org.tessera.submission.SubmissionDraft;

/** The evidence of a submission, requirement by requirement, with what the earner says about each piece. */
final class EvidencePart extends Div {

    private static final long serialVersionUID = 1L;

    EvidencePart(Credential credential, List<FrozenEvidence> evidence, SubmissionDraft draft) {
        if (evidence.isEmpty()) {
            add(new Paragraph(getTranslation("handin.evidence.none")));
        }
        for (Criterion row : credential.criteria()) {
            List<FrozenEvidence> pieces = evidence.stream()
                    .filter(piece -> piece.criterion().equals(row.id()))
                    .toList();
            if (!pieces.isEmpty()) {
                UnorderedList list = new UnorderedList();
                list.addClassName("handin-list");
                pieces.forEach(piece -> list.add(piece(piece, draft)));
                add(new H4(row.wording().in(getLocale())), list);
            }
        }
    }

    private ListItem piece(FrozenEvidence piece, SubmissionDraft draft) {
        ListItem item = new ListItem();
        draft.find(piece.piece())
                .ifPresent(what -> item.add(
                        new Anchor(PieceLine.address(what.piece()), new PieceLine(this, getLocale()).full(what))));
        Part part = Part.of(piece.part());
        if (!part.equals(Part.WHOLE)) {
            item.add(new Span(" · " + new PartWords((key, parameters) -> getTranslation(key, parameters)).of(part)));
        }
        if (piece.isShared()) {
            Span shared = new Span(getTranslation("handin.shared"));
            shared.addClassName("shared-mark");
            item.add(shared);
        }
        Paragraph annotation = new Paragraph(piece.annotation());
        annotation.addClassName("annotation");
        item.add(annotation);
        return item;
    }
}
