package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import org.tessera.account.PersonId;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Finding;
import org.tessera.privacy.Place;
import org.tessera.privacy.Redaction;
import org.tessera.privacy.Subject;

/** What the second person does: open every page, and confirm, or send back with the places that still tell something. */
final class SecondPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Clearance clearance;
    private final transient Redaction redaction;
    private final transient PersonId me;
    private final transient SerializableConsumer<ClearanceCommand> wants;
    private final ArrayList<Place> marked = new ArrayList<>();
    private final Span count = new Span();

    SecondPart(
            Clearance clearance,
            Redaction redaction,
            PersonId me,
            SerializableConsumer<ClearanceCommand> wants,
            Runnable confirm) {
        this.clearance = clearance;
        this.redaction = redaction;
        this.me = me;
        this.wants = wants;
        List<Integer> seen = clearance.seenBy().filter(me::equals).isPresent()
                ? clearance.seen().stream().toList()
                : List.of();
        if (clearance.findings().stream().anyMatch(one -> one.trait() == org.tessera.privacy.Trait.UNREAD)) {
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
        count.getElement().setAttribute("role", "status");
        tell();
        Div answers = new Div(
                ClearView.primary(getTranslation("privacy.second.confirm"), confirm),
                new Button(
                        getTranslation("privacy.second.back"),
                        _ -> wants.accept(new ClearanceCommand.SendBack(marked))));
        answers.addClassName("clearing-actions");
        add(new H2(getTranslation("privacy.second")), pages, count, answers);
    }

    private void tell() {
        count.setText(marked.isEmpty() ? "" : getTranslation("privacy.second.marked", marked.size()));
    }

    private void open(int n) {
        Subject subject = clearance.subject();
        Redaction pages = redaction;
        PersonId reader = me;
        String words = getTranslation("privacy.page-of", n, clearance.pages());
        PageBoxes picture = new PageBoxes(() -> pages.page(reader, subject, n), words);
        marked.stream().filter(place -> place.page() == n).forEach(place -> picture.box(place, "", Finding.OPEN));
        SerializableConsumer<Place> mark = place -> {
            marked.add(place);
            picture.box(place, "", Finding.OPEN);
            tell();
        };
        picture.draws(n, mark);
        Dialog dialog = new Dialog(
                picture,
                new Paragraph(getTranslation("privacy.second.help")),
                new PlaceFields(n, getTranslation("privacy.second.mark"), mark));
        dialog.setHeaderTitle(words);
        dialog.setWidth("min(100vw, 64rem)");
        // marks are kept until the page is closed; only then is it told anew
        dialog.getFooter().add(new Button(getTranslation("privacy.close"), _ -> dialog.close()));
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened() && marked.isEmpty()) {
                wants.accept(new ClearanceCommand.Look(n));
            } else if (!change.isOpened()) {
                look(n);
            }
        });
        dialog.open();
    }

    /** What was marked would be lost if the page were built anew, so it is not. */
    private void look(int n) {
        count.setText(getTranslation("privacy.second.marked", marked.size()));
        count.getElement().setAttribute("data-page", Integer.toString(n));
    }
}
