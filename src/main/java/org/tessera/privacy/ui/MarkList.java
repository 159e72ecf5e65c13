package org.tessera.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.tessera.account.PersonId;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Moment;
import org.tessera.privacy.Sign;
import org.tessera.privacy.Subject;

/** What the second person has marked and not sent yet; each mark is kept as it is made and can be taken away. */
final class MarkList extends Div {

    private static final long serialVersionUID = 1L;

    private static final int HUNDREDTHS = 100;

    private final transient Clearances clearances;
    private final transient PersonId me;
    private final transient Subject subject;
    private final Paragraph count = new Paragraph();
    private final UnorderedList list = new UnorderedList();

    MarkList(Clearances clearances, PersonId me, Subject subject) {
        this.clearances = clearances;
        this.me = me;
        this.subject = subject;
        count.getElement().setAttribute("role", "status");
        list.addClassName("clearing-list");
        add(new H3(getTranslation("privacy.marks")), count, list);
        show();
    }

    /** Shows how it is now. */
    void show() {
        list.removeAll();
        for (Sign.Kept kept : clearances.marks(me, subject)) {
            String words = words(kept.mark());
            Button remove = new Button(getTranslation("privacy.marks.remove"), _ -> {
                clearances.unmark(me, subject, kept.number());
                show();
            });
            remove.setAriaLabel(getTranslation("privacy.marks.remove") + ": " + words);
            list.add(new ListItem(new Span(words), remove));
        }
        int marks = list.getComponentCount();
        count.setText(getTranslation(marks == 0 ? "privacy.marks.none" : "privacy.second.marked", marks));
        // what is only hidden would stay in the page with its words
        if (marks == 0) {
            remove(list);
        } else {
            add(list);
        }
    }

    private String words(Sign mark) {
        return switch (mark) {
            case Sign.OnPage(var place) ->
                getTranslation("privacy.marks.place", place.page(), hundredths(place.x()), hundredths(place.y()));
            case Sign.AtMoment(var moment) -> words(this, moment);
        };
    }

    private static int hundredths(double fraction) {
        return (int) Math.round(fraction * HUNDREDTHS);
    }

    /** A moment in words. */
    static String words(Component in, Moment moment) {
        String heard = in.getTranslation("privacy.heard." + moment.heard());
        return moment.words().isEmpty()
                ? moment.clock() + " · " + heard
                : moment.clock() + " · " + heard + " · " + moment.words();
    }
}
