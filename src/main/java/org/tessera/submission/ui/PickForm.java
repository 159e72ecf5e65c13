package org.tessera.submission.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credential.Criterion;
import org.tessera.credential.Stack;
import org.tessera.submission.PickAnswer;
import org.tessera.submission.PickRefusal;
import org.tessera.submission.PickSheet;
import org.tessera.submission.Picks;

/**
 * A sheet to be filled in. Each field is kept as soon as it changes, on top of whatever the other one has changed in other
 * fields; only where both changed the same field is the other's wording shown first.
 */
final class PickForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Picks picks;
    private final transient Credentials credentials;
    private final transient PersonId me;
    private final Paragraph state = new Paragraph();
    private final Div picked = new Div();
    private transient PickSheet sheet;

    PickForm(Picks picks, Credentials credentials, PersonId me, PickSheet sheet) {
        this.picks = picks;
        this.credentials = credentials;
        this.me = me;
        this.sheet = sheet;
        addClassName("pick-form");
        state.getElement().setAttribute("role", "status");
        state.addClassName("quiet");
        add(coach(), new H2(getTranslation("picks.choose")));
        credentials.stacks().forEach(stack -> add(choice(stack)));
        add(picked, notes(), state);
        showPicked();
    }

    private ComboBox<Person> coach() {
        ComboBox<Person> coach = new ComboBox<>(getTranslation("picks.coach"));
        List<Person> choices = picks.coachesFor(sheet.earner());
        coach.setItems(choices);
        coach.setItemLabelGenerator(Person::name);
        coach.setHelperText(getTranslation("picks.coach.help"));
        coach.setClearButtonVisible(true);
        sheet.coach()
                .flatMap(id -> choices.stream()
                        .filter(person -> person.id().equals(id))
                        .findFirst())
                .ifPresent(coach::setValue);
        coach.setReadOnly(!me.equals(sheet.earner()));
        coach.addValueChangeListener(change -> {
            Optional<PersonId> wanted = Optional.ofNullable(change.getValue()).map(Person::id);
            keep(now ->
                    new PickSheet(now.earner(), wanted, now.notes(), now.credentials(), now.planned(), now.version()));
        });
        return coach;
    }

    private CheckboxGroup<Credential> choice(Stack stack) {
        CheckboxGroup<Credential> group = new CheckboxGroup<>(stack.name().in(getLocale()));
        List<Credential> members = credentials.membersOf(stack);
        group.setItems(members);
        group.setItemLabelGenerator(one -> one.name().in(getLocale()));
        members.stream()
                .filter(one -> sheet.credentials().contains(one.ref().id()))
                .forEach(group::select);
        group.addValueChangeListener(change -> choose(members, change.getValue()));
        return group;
    }

    private void choose(List<Credential> members, Set<Credential> wanted) {
        keep(now -> {
            List<CredentialId> all = new ArrayList<>(now.credentials());
            for (Credential member : members) {
                CredentialId id = member.ref().id();
                if (!wanted.contains(member)) {
                    all.remove(id);
                } else if (!all.contains(id)) {
                    all.add(id);
                }
            }
            return new PickSheet(now.earner(), now.coach(), now.notes(), all, now.planned(), now.version());
        });
        showPicked();
    }

    private TextArea notes() {
        TextArea notes = area(
                getTranslation("picks.notes"),
                Picks.MOST_NOTES,
                PickSheet::notes,
                (now, words) -> new PickSheet(
                        now.earner(), now.coach(), words, now.credentials(), now.planned(), now.version()));
        notes.setHelperText(getTranslation("picks.notes.help"));
        return notes;
    }

    private void showPicked() {
        picked.removeAll();
        if (sheet.credentials().isEmpty()) {
            picked.add(new Paragraph(getTranslation("picks.none")));
        }
        sheet.credentials().stream()
                .flatMap(id -> credentials.current(id).stream())
                .forEach(credential -> picked.add(section(credential)));
    }

    private Section section(Credential credential) {
        Section section = new Section(new H3(credential.name().in(getLocale())));
        section.addClassName("card");
        for (Criterion requirement : credential.requirements()) {
            section.add(planned(credential.ref().id(), requirement));
        }
        UnorderedList meetings = new UnorderedList();
        for (Team team : picks.teamsOf(me)) {
            meetings.add(new ListItem(new Anchor(
                    "rooms/new?team=" + team.id().value() + "&reading="
                            + credential.ref().id(),
                    getTranslation("picks.reading", team.name()))));
        }
        section.add(
                new Anchor("credentials/" + credential.ref().id(), getTranslation("submission.section.page")),
                meetings);
        return section;
    }

    private TextArea planned(CredentialId credential, Criterion requirement) {
        PickSheet.Row row = new PickSheet.Row(credential, requirement.id());
        TextArea area = area(
                requirement.wording().in(getLocale()),
                Picks.MOST_PLANNED,
                now -> now.planned().getOrDefault(row, ""),
                (now, words) -> {
                    Map<PickSheet.Row, String> planned = new HashMap<>(now.planned());
                    if (words.isBlank()) {
                        planned.remove(row);
                    } else {
                        planned.put(row, words);
                    }
                    return new PickSheet(
                            now.earner(), now.coach(), now.notes(), now.credentials(), planned, now.version());
                });
        area.setPlaceholder(getTranslation("picks.planned"));
        return area;
    }

    /** How a field's words get onto a sheet. */
    private interface Written {
        PickSheet onto(PickSheet now, String words);
    }

    private TextArea area(String label, int most, Function<PickSheet, String> read, Written written) {
        TextArea area = new TextArea(label);
        area.setWidthFull();
        area.setMinRows(2);
        area.setMaxLength(most);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValue(read.apply(sheet));
        area.addValueChangeListener(change -> write(area, change, read, written));
        return area;
    }

    private void write(
            TextArea area,
            HasValue.ValueChangeEvent<String> change,
            Function<PickSheet, String> read,
            Written written) {
        area.setInvalid(false);
        PickSheet latest = picks.sheet(sheet.earner(), me).orElse(sheet);
        String theirs = read.apply(latest);
        boolean both = !theirs.equals(read.apply(sheet)) && !theirs.equals(change.getValue());
        sheet = latest;
        if (both) {
            // The next change goes on top of what is shown here now.
            area.setErrorMessage(getTranslation("picks.both", theirs));
            area.setInvalid(true);
            return;
        }
        keep(now -> written.onto(now, change.getValue()));
    }

    /** Keeps a change on top of the sheet as it is now; once more if the other one was quicker. */
    private void keep(UnaryOperator<PickSheet> change) {
        for (int attempt = 0; attempt < 2; attempt++) {
            PickSheet latest = picks.sheet(sheet.earner(), me).orElse(sheet);
            switch (picks.save(change.apply(latest), me)) {
                case PickAnswer.Saved(var saved) -> {
                    sheet = saved;
                    state.setText(getTranslation("picks.saved"));
                    return;
                }
                case PickAnswer.Refused(var why) -> {
                    state.setText(getTranslation("picks.refusal." + why));
                    if (why != PickRefusal.STALE) {
                        return;
                    }
                }
            }
        }
    }
}
