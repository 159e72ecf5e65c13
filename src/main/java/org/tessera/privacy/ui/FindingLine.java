package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Dismissal;
import org.tessera.privacy.Finding;
import org.tessera.privacy.Origin;
import org.tessera.privacy.Trait;

/** One finding and what can be done about it. */
final class FindingLine extends ListItem {

    private static final long serialVersionUID = 1L;

    FindingLine(Finding finding, boolean isOpenToChange, SerializableConsumer<ClearanceCommand> wants) {
        String what = finding.moment()
                .map(moment -> getTranslation("privacy.finding.moment", finding.number(), MarkList.words(this, moment)))
                .orElseGet(() -> getTranslation(
                        "privacy.finding",
                        finding.number(),
                        getTranslation("privacy.trait." + finding.trait()),
                        getTranslation("privacy.origin." + finding.origin()),
                        getTranslation("privacy.sureness." + finding.sureness())));
        add(new Span(what), new Span(standing(finding)));
        addClassName("finding-line");
        if (!isOpenToChange || finding.standing() instanceof Finding.Standing.Gone) {
            return;
        }
        Div actions = new Div();
        actions.addClassName("clearing-actions");
        if (!finding.isCovered() && finding.moment().isEmpty() && finding.origin() != Origin.TITLE) {
            actions.add(button("cover", what, () -> wants.accept(new ClearanceCommand.Cover(finding.number()))));
        }
        if (finding.trait() == Trait.MARKED && finding.isCovered()) {
            actions.add(button("unmark", what, () -> wants.accept(new ClearanceCommand.Unmark(finding.number()))));
        }
        if (!finding.trait().mustBeCovered() && !(finding.standing() instanceof Finding.Standing.Dismissed)) {
            actions.add(dismissing(finding, what, wants));
        }
        add(actions);
    }

    private Select<Dismissal> dismissing(Finding finding, String what, SerializableConsumer<ClearanceCommand> wants) {
        Select<Dismissal> why = new Select<>();
        why.setItems(Dismissal.values());
        why.setItemLabelGenerator(reason -> getTranslation("privacy.dismissal." + reason));
        why.setPlaceholder(getTranslation("privacy.dismiss"));
        why.setAriaLabel(getTranslation("privacy.dismiss") + ": " + what);
        why.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                wants.accept(new ClearanceCommand.Dismiss(finding.number(), change.getValue()));
            }
        });
        return why;
    }

    private String standing(Finding finding) {
        return switch (finding.standing()) {
            case Finding.Standing.Open _ -> getTranslation("privacy.standing.open");
            case Finding.Standing.Covered _ -> getTranslation("privacy.standing.covered");
            case Finding.Standing.Dismissed(var why) ->
                getTranslation("privacy.standing.dismissed", getTranslation("privacy.dismissal." + why));
            case Finding.Standing.Gone _ ->
                getTranslation(finding.trait() == Trait.UNREAD ? "privacy.standing.unread" : "privacy.standing.gone");
        };
    }

    private Button button(String key, String what, Runnable does) {
        Button button = new Button(getTranslation("privacy." + key), _ -> does.run());
        button.setAriaLabel(getTranslation("privacy." + key) + ": " + what);
        return button;
    }
}
