package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.tessera.account.PersonId;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceAnswer;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.ClearanceState;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Finding;
import org.tessera.privacy.Origin;
import org.tessera.privacy.Redaction;
import org.tessera.privacy.Subject;

/** What the owner of a piece of work does: decide about what was found, cover more, say who permitted it, and be done. */
final class OwnersPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Clearance clearance;
    private final transient Redaction redaction;
    private final transient PersonId me;
    private final transient SerializableConsumer<ClearanceCommand> wants;

    OwnersPart(
            Clearance clearance,
            Redaction redaction,
            Clearances clearances,
            PersonId me,
            SerializableConsumer<ClearanceCommand> wants,
            Runnable burnIn,
            SerializableConsumer<ClearanceAnswer> told) {
        this.clearance = clearance;
        this.redaction = redaction;
        this.me = me;
        this.wants = wants;
        boolean working = clearance.state() == ClearanceState.STATED || clearance.state() == ClearanceState.FOUND;
        beside(working);
        for (int n = 1; n <= clearance.pages(); n++) {
            add(page(n, working));
        }
        if (working) {
            add(new PermissionPart(clearance, wants), keeping(clearances.daysKept(clearance.subject())));
        }
        if (working || clearance.state() == ClearanceState.BURNED_IN) {
            add(new AskPart(clearance, clearances.secondPeople(clearance), wants));
        }
        if (working) {
            Button finish = ClearView.primary(getTranslation("privacy.burn-in"), burnIn);
            finish.addClassName("clearing-ask");
            add(finish);
        }
        originals(told);
    }

    private void beside(boolean working) {
        List<Finding> beside = clearance.findings().stream()
                .filter(finding -> finding.place().isEmpty() && finding.origin() != Origin.TITLE)
                .toList();
        if (!beside.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("finding-list");
            beside.forEach(finding -> list.add(new FindingLine(finding, working, wants)));
            add(new H2(getTranslation("privacy.beside")), list);
        }
    }

    private Section page(int n, boolean working) {
        Subject subject = clearance.subject();
        Redaction pages = redaction;
        PersonId reader = me;
        String words = getTranslation("privacy.page-of", n, clearance.pages());
        PageBoxes picture = new PageBoxes(() -> pages.page(reader, subject, n), words);
        UnorderedList list = new UnorderedList();
        list.addClassName("finding-list");
        for (Finding finding : clearance.findings()) {
            finding.place().filter(place -> place.page() == n).ifPresent(place -> {
                picture.box(place, Integer.toString(finding.number()), finding.standing());
                list.add(new FindingLine(finding, working, wants));
            });
        }
        Section section = new Section(new H2(words), picture);
        section.addClassName("clearing-sheet");
        section.add(list.getComponentCount() == 0 ? new Paragraph(getTranslation("privacy.nothing-found")) : list);
        if (working) {
            picture.draws(n, place -> wants.accept(new ClearanceCommand.Mark(place)));
            section.add(
                    new Paragraph(getTranslation("privacy.mark.help")),
                    new PlaceFields(
                            n,
                            getTranslation("privacy.mark"),
                            place -> wants.accept(new ClearanceCommand.Mark(place))));
        }
        return section;
    }

    private IntegerField keeping(int days) {
        IntegerField keep = new IntegerField(getTranslation("privacy.keep"));
        keep.setHelperText(getTranslation("privacy.keep.help", Redaction.MOST_DAYS));
        keep.setMin(0);
        keep.setMax(Redaction.MOST_DAYS);
        keep.setValue(days);
        keep.addValueChangeListener(change ->
                redaction.keepOriginals(me, clearance.subject(), change.getValue() == null ? 0 : change.getValue()));
        return keep;
    }

    private void originals(SerializableConsumer<ClearanceAnswer> told) {
        List<Integer> kept = redaction.originals(me, clearance.subject());
        if (kept.isEmpty()) {
            return;
        }
        Div actions = new Div();
        actions.addClassName("clearing-actions");
        for (int n : kept) {
            actions.add(new Button(getTranslation("privacy.original", n), _ -> open(n)));
        }
        actions.add(new Button(
                getTranslation("privacy.original.delete"),
                _ -> told.accept(redaction.deleteOriginals(me, clearance.subject()))));
        add(
                new H2(getTranslation("privacy.originals")),
                new Paragraph(getTranslation("privacy.originals.help")),
                actions);
    }

    private void open(int n) {
        Subject subject = clearance.subject();
        Redaction pages = redaction;
        PersonId reader = me;
        String words = getTranslation("privacy.original", n);
        Dialog dialog = new Dialog(new PageBoxes(() -> pages.original(reader, subject, n), words));
        dialog.setHeaderTitle(words);
        dialog.setWidth("min(100vw, 64rem)");
        dialog.getFooter().add(new Button(getTranslation("privacy.close"), _ -> dialog.close()));
        dialog.open();
    }
}
