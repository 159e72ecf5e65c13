package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tessera.account.Office;
import org.tessera.account.OfficeAnswer;
import org.tessera.account.PersonId;
import org.tessera.account.School;
import org.tessera.account.Team;
import org.tessera.account.TeamId;

/** Schools of the district, and the teams of each. */
final class OfficeSchools extends OfficePart {

    private static final long serialVersionUID = 1L;

    private final transient Office office;
    private final PersonId me;
    private final Div schools = new Div();

    OfficeSchools(Office office, PersonId me) {
        this.office = office;
        this.me = me;
        TextField name = new TextField();
        Section fresh = new Section(
                new H2(getTranslation("office.school.new")),
                adding(name, "office.school.name", "office.school.add", typed -> office.addSchool(me, typed)),
                says());
        fresh.addClassName("card");
        schools.addClassName("cards");
        add(fresh, schools);
        show();
    }

    private void show() {
        schools.removeAll();
        List<School> all = office.schools(me);
        List<Team> teams = office.teams(me);
        Map<TeamId, Long> counts = office.people(me).stream()
                .flatMap(one -> one.teams().stream())
                .collect(Collectors.groupingBy(Team::id, Collectors.counting()));
        if (all.isEmpty()) {
            schools.add(new Paragraph(getTranslation("office.school.none")));
        }
        all.forEach(school -> schools.add(card(
                school,
                teams.stream().filter(team -> team.school().equals(school.id())).toList(),
                counts)));
    }

    private Section card(School school, List<Team> teams, Map<TeamId, Long> counts) {
        UnorderedList list = new UnorderedList();
        for (Team team : teams) {
            Span people = new Span(getTranslation("office.team.people", counts.getOrDefault(team.id(), 0L)));
            people.addClassName("quiet");
            list.add(new ListItem(
                    new Span(team.name()), people, renaming(team.name(), name -> office.rename(me, team.id(), name))));
        }
        Section card = new Section(
                new H2(school.name()), renaming(school.name(), name -> office.rename(me, school.id(), name)), list);
        if (teams.isEmpty()) {
            card.add(new Paragraph(getTranslation("office.team.none")));
        }
        card.add(adding(
                new TextField(), "office.team.name", "office.team.add", name -> office.addTeam(me, school.id(), name)));
        card.addClassName("card");
        return card;
    }

    private Div adding(TextField name, String label, String button, Function<String, OfficeAnswer> add) {
        name.setLabel(getTranslation(label));
        name.setMaxLength(Office.LONGEST_NAME);
        Button take = new Button(getTranslation(button), _ -> {
            String typed = name.getValue().strip();
            if (tell(add.apply(typed), getTranslation("office.added", typed))) {
                name.clear();
                show();
            }
        });
        Div form = new Div(name, take);
        form.addClassName("office-adding");
        return form;
    }

    private Button renaming(String now, Function<String, OfficeAnswer> rename) {
        Button button = new Button(
                getTranslation("office.rename"), _ -> new NameDialog(now, name -> renamed(rename.apply(name))).open());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("office.rename.title", now));
        return button;
    }

    private Optional<String> renamed(OfficeAnswer answer) {
        if (answer != OfficeAnswer.DONE) {
            return Optional.of(sentence(answer));
        }
        show();
        say(getTranslation("office.renamed"));
        return Optional.empty();
    }
}
