package org.tessera.exhibit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tessera.account.Team;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.ExhibitRefusal;
import org.tessera.exhibit.Link;
import org.tessera.exhibit.LinkDraft;

/** Takes an address, and what was there, in the person's own words. */
final class LinkForm extends Section {

    private static final long serialVersionUID = 1L;

    private final Select<Team> team = new Select<>();
    private final TextField title = new TextField();
    private final TextField address = new TextField();
    private final DatePicker seen = new DatePicker();
    private final TextArea note = new TextArea();

    /** A link as it is asked for. */
    record Wish(Team team, LinkDraft draft) {}

    /** Who keeps links. */
    interface Keeper extends Serializable {
        ExhibitAnswer keep(Wish wish);
    }

    LinkForm(List<Team> teams, Keeper keeper) {
        addClassName("exhibit-form");
        team.setLabel(getTranslation("exhibit.team"));
        team.setItems(teams);
        team.setItemLabelGenerator(one -> one == null ? "" : one.name());
        team.setValue(teams.getFirst());
        team.setVisible(teams.size() > 1);
        title.setLabel(getTranslation("exhibit.name"));
        title.setHelperText(getTranslation("exhibit.name.help"));
        title.setMaxLength(org.tessera.exhibit.Exhibit.LONGEST_TITLE);
        title.setWidthFull();
        address.setLabel(getTranslation("exhibit.link.address"));
        address.setHelperText(getTranslation("exhibit.link.address.help"));
        address.setWidthFull();
        seen.setLabel(getTranslation("exhibit.link.when"));
        note.setLabel(getTranslation("exhibit.link.note"));
        note.setHelperText(getTranslation("exhibit.link.note.help", Link.LONGEST_NOTE));
        note.setWidthFull();
        note.setMinRows(3);
        Button keep = new Button(getTranslation("exhibit.link.keep"), _ -> save(keeper));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(team, title, address, seen, note, keep);
        fields.addClassName("dialog-body");
        add(new H2(getTranslation("exhibit.link.title")), new Paragraph(getTranslation("exhibit.link.lead")), fields);
    }

    private void save(Keeper keeper) {
        List.of(title, address).forEach(field -> field.setInvalid(false));
        note.setInvalid(false);
        seen.setInvalid(false);
        if (Optional.ofNullable(seen.getValue()).isEmpty()) {
            seen.setErrorMessage(getTranslation("exhibit.link.when.missing"));
            seen.setInvalid(true);
            seen.focus();
            return;
        }
        LinkDraft draft = new LinkDraft(title.getValue(), address.getValue(), note.getValue(), seen.getValue());
        switch (keeper.keep(new Wish(team.getValue(), draft))) {
            case ExhibitAnswer.Refused(var why) -> tell(why);
            case ExhibitAnswer.Kept _, ExhibitAnswer.Removed _ -> {
                title.clear();
                address.clear();
                note.clear();
                seen.clear();
            }
        }
    }

    private void tell(ExhibitRefusal why) {
        String sentence = getTranslation("exhibit.refusal." + why.name().toLowerCase(Locale.ROOT));
        switch (why) {
            case TITLE_MISSING, TITLE_TOO_LONG, NOT_YOUR_TEAM, UNKNOWN, HANDED_IN -> {
                title.setErrorMessage(sentence);
                title.setInvalid(true);
                title.focus();
            }
            case NO_ADDRESS, CREDENTIALS_IN_ADDRESS -> {
                address.setErrorMessage(sentence);
                address.setInvalid(true);
                address.focus();
            }
            case SEEN_LATER -> {
                seen.setErrorMessage(sentence);
                seen.setInvalid(true);
                seen.focus();
            }
            case NOTE_MISSING, NOTE_TOO_LONG, EMPTY, TOO_LONG -> {
                note.setErrorMessage(sentence);
                note.setInvalid(true);
                note.focus();
            }
        }
    }
}
