package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tessera.account.Access;
import org.tessera.account.DistrictPerson;
import org.tessera.account.InviteAnswer;
import org.tessera.account.Office;
import org.tessera.account.OfficeAnswer;
import org.tessera.account.PersonId;
import org.tessera.account.School;
import org.tessera.account.Team;
import org.tessera.account.WelcomeLinks;

/** Somebody of the district, with what an officer can do about them once it is opened. */
final class PersonEntry extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient Office office;
    private final transient WelcomeLinks links;
    private final PersonId me;
    private final transient List<Team> teams;
    private final Details details = new Details();
    private final Body body = new Body();
    private transient DistrictPerson one;

    PersonEntry(Office office, WelcomeLinks links, PersonId me, DistrictPerson one, List<Team> teams) {
        this.office = office;
        this.links = links;
        this.me = me;
        this.one = one;
        this.teams = teams;
        details.setSummary(summary());
        details.add(body);
        details.addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                body.show();
            }
        });
        add(details);
    }

    private Component summary() {
        Span name = new Span(one.person().name());
        name.addClassName("office-name");
        Span state =
                new Span(getTranslation("office.access." + one.access().name().toLowerCase(Locale.ROOT)));
        state.addClassNames("office-access", one.access().name().toLowerCase(Locale.ROOT));
        Div summary = new Div(name);
        if (one.access() != Access.OPEN) {
            summary.add(state);
        }
        return summary;
    }

    /** What can be done; laid out when it is opened, and anew after each thing done. */
    private final class Body extends OfficePart {

        private static final long serialVersionUID = 1L;

        private final Div link = new Div();

        private void show() {
            removeAll();
            add(facts(), memberships(), joining(), actions(), says(), link);
        }

        private void refresh() {
            office.people(me).stream()
                    .filter(now -> now.person().id().equals(one.person().id()))
                    .findFirst()
                    .ifPresent(now -> one = now);
            details.setSummary(summary());
            show();
        }

        private Component facts() {
            String school = office.schools(me).stream()
                    .filter(known -> known.id().equals(one.person().school()))
                    .map(School::name)
                    .findFirst()
                    .orElseGet(() -> getTranslation("office.invite.school.none"));
            Paragraph facts = new Paragraph(one.person().email() + " · " + school);
            facts.addClassName("quiet");
            return facts;
        }

        private Component memberships() {
            if (one.teams().isEmpty()) {
                return new Paragraph(getTranslation("office.person.teamless"));
            }
            UnorderedList list = new UnorderedList();
            for (Team team : one.teams()) {
                Button leave = new Button(getTranslation("office.person.leave"), _ -> leave(team));
                leave.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                leave.setAriaLabel(
                        getTranslation("office.person.leave.which", one.person().name(), team.name()));
                list.add(new ListItem(new Span(team.name()), leave));
            }
            return list;
        }

        private Component joining() {
            ComboBox<Team> team = new ComboBox<>(getTranslation("office.person.join"));
            List<Team> others =
                    teams.stream().filter(each -> !one.teams().contains(each)).toList();
            team.setItems(others);
            team.setItemLabelGenerator(this::label);
            team.setVisible(!others.isEmpty());
            team.addValueChangeListener(chosen -> {
                if (chosen.getValue() != null && chosen.isFromClient()) {
                    join(chosen.getValue());
                }
            });
            return team;
        }

        /** Teams of two schools may be called the same. */
        private String label(Team team) {
            return office.schools(me).stream()
                    .filter(school -> school.id().equals(team.school()))
                    .findFirst()
                    .map(school -> team.name() + " · " + school.name())
                    .orElse(team.name());
        }

        private void join(Team team) {
            if (tell(
                    office.join(me, team.id(), one.person().id()),
                    getTranslation("office.person.joined", one.person().name(), team.name()))) {
                refresh();
            }
        }

        private void leave(Team team) {
            if (tell(
                    office.leave(me, team.id(), one.person().id()),
                    getTranslation("office.person.left", one.person().name(), team.name()))) {
                refresh();
            }
        }

        private Component actions() {
            Div actions = new Div(new Button(
                    getTranslation("office.rename"),
                    _ -> new NameDialog(one.person().name(), this::rename).open()));
            actions.addClassName("office-actions");
            if (one.access() == Access.SUSPENDED) {
                actions.add(new Button(getTranslation("office.person.resume"), _ -> resume()));
                return actions;
            }
            actions.add(new Button(
                    getTranslation(one.access() == Access.OPEN ? "office.person.forgot" : "office.person.new-link"),
                    _ -> newLink()));
            if (!one.person().id().equals(me)) {
                Button suspend = new Button(getTranslation("office.person.suspend"), _ -> sure());
                suspend.addThemeVariants(ButtonVariant.ERROR);
                actions.add(suspend);
            }
            return actions;
        }

        private Optional<String> rename(String name) {
            OfficeAnswer answer = office.rename(me, one.person().id(), name);
            if (answer != OfficeAnswer.DONE) {
                return Optional.of(sentence(answer));
            }
            refresh();
            say(getTranslation("office.renamed"));
            return Optional.empty();
        }

        private void newLink() {
            link.removeAll();
            switch (links.newLink(me, one.person().id())) {
                case InviteAnswer.Refused why ->
                    say(getTranslation("office.refused." + why.name().toLowerCase(Locale.ROOT)));
                case InviteAnswer.Invited invited -> {
                    link.add(new ShownLink(invited));
                    refresh();
                    say(getTranslation(
                            links.sendsMail() ? "office.link.sent" : "office.link.made",
                            one.person().name()));
                }
            }
        }

        private void sure() {
            String name = one.person().name();
            ConfirmDialog dialog = new ConfirmDialog(
                    getTranslation("office.person.suspend.title", name),
                    getTranslation("office.person.suspend.text", name),
                    getTranslation("office.person.suspend"),
                    _ -> suspend());
            dialog.setCancelable(true);
            dialog.setCancelText(getTranslation("office.cancel"));
            dialog.open();
        }

        private void suspend() {
            if (tell(
                    office.suspend(me, one.person().id()),
                    getTranslation("office.person.suspended", one.person().name()))) {
                link.removeAll();
                refresh();
            }
        }

        private void resume() {
            if (tell(
                    office.resume(me, one.person().id()),
                    getTranslation("office.person.resumed", one.person().name()))) {
                refresh();
            }
        }
    }
}
