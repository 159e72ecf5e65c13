package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.tessera.room.RoomSummary;

/** The focus question, pinned where everybody sees it; the facilitator may word it. */
final class FocusQuestion extends Div {

    private final Span text = new Span();
    private final Button edit;
    private final UnorderedList list = new UnorderedList();
    private final Details history = new Details("", list);
    private List<Talk.Wording> shown = List.of();
    private String question = "";

    FocusQuestion(Requests requests) {
        addClassName("focus");
        Span label = new Span(getTranslation("room.focus"));
        label.addClassName("label");
        text.addClassName("text");
        edit = new Button(VaadinIcon.EDIT.create(), _ -> new FocusDialog(question, requests).open());
        edit.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        edit.setAriaLabel(getTranslation("room.focus.edit"));
        edit.setTooltipText(getTranslation("room.focus.edit"));
        history.addClassName("wordings");
        history.setVisible(false);
        add(VaadinIcon.PIN.create(), label, text, edit, history);
    }

    /** Whether there is a question, or somebody may still ask one here. */
    static boolean isThere(RoomPicture picture) {
        return picture.focus().isPresent() || mayEdit(picture);
    }

    private static boolean mayEdit(RoomPicture picture) {
        return picture.isFacilitator() && picture.status() != RoomSummary.Status.CLOSED;
    }

    void show(RoomPicture picture) {
        question = picture.focus().orElse("");
        text.setText(picture.focus().orElseGet(() -> getTranslation("room.focus.none")));
        text.setClassName("quiet", picture.focus().isEmpty());
        edit.setVisible(mayEdit(picture));
        showHistory(picture);
    }

    /** The question as it is now was once another: which one, and who found its words where. */
    private void showHistory(RoomPicture picture) {
        List<Talk.Wording> wordings = picture.talk().wordings();
        history.setVisible(wordings.size() > 1);
        if (wordings.equals(shown) || wordings.size() < 2) {
            return;
        }
        shown = wordings;
        history.setSummaryText(getTranslation(
                "room.focus.changed", wordings.get(wordings.size() - 2).text()));
        list.removeAll();
        wordings.forEach(wording -> list.add(new ListItem(getTranslation(
                wording.phase().isPresent() ? "room.focus.wording" : "room.focus.wording.before",
                wording.version(),
                wording.text(),
                picture.nameOf(wording.by()),
                wording.phase()
                        .flatMap(picture::phase)
                        .map(phase -> phase.name().in(getLocale()))
                        .orElse("")))));
    }
}
