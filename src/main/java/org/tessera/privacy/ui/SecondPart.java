package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.tessera.account.PersonId;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Finding;
import org.tessera.privacy.Place;
import org.tessera.privacy.Redaction;
import org.tessera.privacy.Sign;
import org.tessera.privacy.Subject;
import org.tessera.privacy.Trait;

/** What the second person does: open every page, and confirm, or send back with the places that still tell something. */
final class SecondPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Clearance clearance;
    private final transient Redaction redaction;
    private final transient Clearances clearances;
    private final transient PersonId me;
    private final transient SerializableConsumer<ClearanceCommand> wants;
    private final MarkList marks;

    SecondPart(
            Clearance clearance,
            Redaction redaction,
            Clearances clearances,
            PersonId me,
            SerializableConsumer<ClearanceCommand> wants,
            Runnable confirm,
            Runnable sendBack) {
        this.clearance = clearance;
        this.redaction = redaction;
        this.clearances = clearances;
        this.me = me;
        this.wants = wants;
        marks = new MarkList(clearances, me, clearance.subject());
        List<Integer> seen = clearance.seenBy().filter(me::equals).isPresent()
                ? clearance.seen().stream().toList()
                : List.of();
        add(new H2(getTranslation("privacy.second")));
        if (clearance.findings().stream().anyMatch(one -> one.trait() == Trait.UNREAD)) {
            add(new Paragraph(getTranslation("privacy.standing.unread")));
        }
        Div pages = new Div();
        pages.addClassName("clearing-actions");
        for (int n = 1; n <= clearance.pages(); n++) {
            int page = n;
            pages.add(new Button(
                    getTranslation(seen.contains(n) ? "privacy.second.seen" : "privacy.second.open", n),
                    _ -> open(page)));
        }
        Div answers = new Div(
                ClearView.primary(getTranslation("privacy.second.confirm"), confirm),
                new Button(getTranslation("privacy.second.back"), _ -> sendBack.run()));
        answers.addClassName("clearing-actions");
        add(pages, marks, answers);
    }

    private void open(int n) {
        Subject subject = clearance.subject();
        Redaction pages = redaction;
        PersonId reader = me;
        String words = getTranslation("privacy.page-of", n, clearance.pages());
        PageBoxes picture = new PageBoxes(() -> pages.page(reader, subject, n), words);
        clearances.marks(me, subject).forEach(kept -> {
            if (kept.mark() instanceof Sign.OnPage(var place) && place.page() == n) {
                picture.box(place, "", Finding.OPEN);
            }
        });
        // kept at once: whatever becomes of this page, it is there when it is opened again
        SerializableConsumer<Place> mark = place -> {
            clearances.mark(me, subject, new Sign.OnPage(place));
            picture.box(place, "", Finding.OPEN);
            marks.show();
        };
        picture.draws(n, mark);
        Dialog dialog = new Dialog(
                picture,
                new Paragraph(getTranslation("privacy.second.help")),
                new PlaceFields(n, getTranslation("privacy.second.mark"), mark));
        dialog.setHeaderTitle(words);
        dialog.setWidth("min(100vw, 64rem)");
        dialog.getFooter().add(new Button(getTranslation("privacy.close"), _ -> dialog.close()));
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                wants.accept(new ClearanceCommand.Look(n));
            }
        });
        dialog.open();
    }
}
