package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tessera.credential.Credential;
import org.tessera.submission.Gap;
import org.tessera.submission.SubmissionDraft;

/** What an assessor would send back, and what is worth a look, each with the way to where it is put right. */
final class GapList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient GapWords words;
    private final transient Credential credential;

    private final String evidence;

    /** @param evidence the page of the stack's evidence */
    GapList(SubmissionDraft draft, String evidence) {
        this.evidence = evidence;
        credential = draft.credential();
        words = new GapWords(this, getLocale(), credential);
        addClassName("gaps");
        add(new H2(getTranslation("handin.check")));
        List<Gap> back = draft.gaps().stream().filter(Gap::comesBack).toList();
        List<Gap> look = draft.gaps().stream().filter(gap -> !gap.comesBack()).toList();
        if (back.isEmpty()) {
            Paragraph fine = new Paragraph(getTranslation("handin.check.fine"));
            fine.addClassName("page-note");
            add(fine);
        } else {
            add(new H3(getTranslation("handin.check.back", back.size())), list(back));
        }
        if (!look.isEmpty()) {
            add(new H3(getTranslation("handin.check.look")), list(look));
        }
    }

    private Component list(List<Gap> gaps) {
        UnorderedList list = new UnorderedList();
        list.addClassName("gap-list");
        gaps.forEach(gap -> list.add(item(gap)));
        return list;
    }

    private ListItem item(Gap gap) {
        Anchor place =
                new Anchor(SubmissionPages.of(credential.ref().id(), gap.spot(), evidence), words.place(gap.spot()));
        ListItem item = new ListItem(place, new Paragraph(words.sentence(gap)));
        if (gap instanceof Gap.TooAlike alike) {
            UnorderedList passages = new UnorderedList();
            alike.passages().forEach(passage -> passages.add(new ListItem("“" + passage + "”")));
            item.add(new NativeDetails(getTranslation("handin.gap.alike.passages"), passages));
        }
        return item;
    }
}
