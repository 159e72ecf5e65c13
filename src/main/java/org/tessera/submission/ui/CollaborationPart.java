package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.tessera.writing.ui.WritingField;

/** A first wording made from the meetings, to be taken over and changed. */
final class CollaborationPart extends Section {

    private static final long serialVersionUID = 1L;

    CollaborationPart(String suggestion, WritingField field) {
        if (suggestion.isBlank()) {
            add(new Paragraph(getTranslation("handin.note.none")));
            return;
        }
        Paragraph words = new Paragraph(suggestion);
        words.addClassName("handin-text");
        Button take = new Button(getTranslation("handin.note.take"), _ -> field.insert(suggestion, true));
        NativeDetails details = new NativeDetails(getTranslation("handin.note.suggestion"), words);
        details.setOpen(true);
        add(details, take);
    }
}
