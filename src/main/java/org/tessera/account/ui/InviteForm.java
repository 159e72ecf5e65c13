package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tessera.account.InviteAnswer;
import org.tessera.account.InviteDraft;
import org.tessera.account.Languages;
import org.tessera.account.Office;
import org.tessera.account.PersonId;
import org.tessera.account.School;
import org.tessera.account.Team;
import org.tessera.account.WelcomeLinks;

/** Invites one person, and shows the link once. What was typed stays until it is done. */
final class InviteForm extends OfficePart {

    private static final long serialVersionUID = 1L;

    private final transient Office office;
    private final transient WelcomeLinks links;
    private final transient Runnable afterwards;
    private final PersonId me;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final Select<School> school = new Select<>();
    private final CheckboxGroup<Team> teams = new CheckboxGroup<>();
    private final Select<Locale> language = new Select<>();
    private final Div link = new Div();

    InviteForm(Office office, WelcomeLinks links, PersonId me, Runnable afterwards) {
        this.office = office;
        this.links = links;
        this.me = me;
        this.afterwards = afterwards;
        name.setLabel(getTranslation("office.invite.name"));
        name.setMaxLength(Office.LONGEST_NAME);
        email.setLabel(getTranslation("account.login.email"));
        school.setLabel(getTranslation("office.invite.school"));
        school.setItems(office.schools(me));
        school.setItemLabelGenerator(one -> one == null ? getTranslation("office.invite.school.none") : one.name());
        school.setEmptySelectionAllowed(true);
        school.setEmptySelectionCaption(getTranslation("office.invite.school.none"));
        school.addValueChangeListener(_ -> showTeams());
        teams.setLabel(getTranslation("office.invite.teams"));
        teams.setItemLabelGenerator(Team::name);
        language.setLabel(getTranslation("office.invite.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(one -> getTranslation("account.language." + one.getLanguage()));
        language.setValue(Languages.nearest(getLocale()));
        Button invite = new Button(getTranslation("office.invite.do"), _ -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(name, email, school, language);
        fields.addClassName("office-fields");
        Section card = new Section(new H2(getTranslation("office.invite.title")), fields, teams, invite, says(), link);
        card.addClassName("card");
        add(card);
        showTeams();
    }

    private void showTeams() {
        School chosen = school.getValue();
        List<Team> offered = chosen == null
                ? List.of()
                : office.teams(me).stream()
                        .filter(team -> team.school().equals(chosen.id()))
                        .toList();
        teams.setItems(offered);
        teams.setVisible(!offered.isEmpty());
    }

    private void invite() {
        link.removeAll();
        School chosen = school.getValue();
        InviteDraft draft = new InviteDraft(
                name.getValue(),
                email.getValue(),
                chosen == null ? null : chosen.id(),
                teams.getSelectedItems().stream().map(Team::id).collect(Collectors.toSet()),
                language.getValue());
        switch (links.invite(me, draft)) {
            case InviteAnswer.Refused why ->
                say(getTranslation("office.refused." + why.name().toLowerCase(Locale.ROOT)));
            case InviteAnswer.Invited invited -> {
                link.add(new ShownLink(invited));
                name.clear();
                email.clear();
                afterwards.run();
                say(getTranslation(
                        links.sendsMail() ? "office.invite.sent" : "office.invite.done",
                        invited.person().name()));
            }
        }
    }
}
