package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Locale;
import org.tessera.account.PersonId;
import org.tessera.artifact.ui.When;
import org.tessera.writing.SaveAnswer;
import org.tessera.writing.SentenceChange;
import org.tessera.writing.SentenceDiff;
import org.tessera.writing.Words;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.WritingVersion;
import org.tessera.writing.Writings;
import org.tessera.writing.ui.WritingField;

/** Earlier versions of a text: what is different now, and bringing one back. */
final class VersionsPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Writings writings;
    private final transient PersonId me;
    private final transient WritingPlace place;
    private final transient WritingField field;
    private final Div all = new Div();

    VersionsPart(Writings writings, PersonId me, WritingPlace place, WritingField field) {
        this.writings = writings;
        this.me = me;
        this.place = place;
        this.field = field;
        add(new NativeDetails(getTranslation("handin.versions"), all));
        show();
    }

    /** Brings the list up to date. */
    void show() {
        String now = writings.at(me, place).text();
        List<WritingVersion> earlier = writings.versions(me, place).stream()
                .filter(version -> !version.text().equals(now))
                .toList();
        all.removeAll();
        UnorderedList list = new UnorderedList();
        list.addClassName("handin-list");
        earlier.forEach(version -> list.add(item(version, now)));
        all.add(
                new Paragraph(getTranslation(earlier.isEmpty() ? "handin.versions.none" : "handin.versions.lead")),
                list);
    }

    private ListItem item(WritingVersion version, String now) {
        Span when = new Span(getTranslation(
                version.isBeside() ? "handin.versions.beside" : "handin.versions.line",
                When.moment(version.at(), getLocale()),
                Words.count(version.text())));
        Button back = new Button(getTranslation("handin.versions.back"), _ -> bringBack(version));
        back.setAriaLabel(getTranslation("handin.versions.back.aria", When.moment(version.at(), getLocale())));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(
                when, new NativeDetails(getTranslation("handin.versions.diff"), diff(version.text(), now)), back);
    }

    private Div diff(String before, String now) {
        Div text = new Div();
        text.addClassName("diff");
        for (SentenceChange change : SentenceDiff.between(before, now, getLocale())) {
            Span sentence = new Span(change.sentence() + " ");
            String kind = change.kind().name().toLowerCase(Locale.ROOT);
            sentence.addClassName("diff-" + kind);
            if (change.kind() != SentenceChange.Kind.SAME) {
                Span mark = new Span(getTranslation("handin.diff." + kind) + " ");
                mark.addClassName("diff-mark");
                sentence.addComponentAsFirst(mark);
            }
            text.add(sentence);
        }
        return text;
    }

    private void bringBack(WritingVersion version) {
        switch (writings.replace(me, place, version.text())) {
            case SaveAnswer.Saved(var now) -> {
                field.renew(now);
                Notification.show(getTranslation("handin.versions.done"));
            }
            case SaveAnswer.Overtaken _ -> Notification.show(getTranslation("handin.versions.again"));
            case SaveAnswer.Refused(var why) -> Notification.show(getTranslation("writing.refusal." + why));
        }
        show();
    }
}
