package org.tessera.plan.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.plan.Assignment;
import org.tessera.plan.PlanEdit;
import org.tessera.plan.RequirementKey;
import org.tessera.protocol.Pack;
import org.tessera.room.ui.DateTexts;

/** Says how a requirement will be met that no meeting can be computed from. Words that were not saved are handed back. */
final class AssignDialog extends PlanDialog {

    private enum How {
        WORK,
        MEETING
    }

    private final RequirementKey requirement;
    private final RadioButtonGroup<How> how = new RadioButtonGroup<>();
    private final TextArea words = new TextArea();
    private final Select<Person> who = new Select<>();
    private final DatePicker due = new DatePicker();
    private final Select<Pack> protocol = new Select<>();
    private final Select<Person> lead = new Select<>();
    private final Div work = new Div(words, who, due);
    private final Div meeting = new Div(protocol, lead);

    AssignDialog(
            RequirementKey requirement,
            String text,
            List<Person> members,
            List<Pack> packs,
            String unsaved,
            Consumer<String> keep,
            Asking asking) {
        super(I18NProvider.translate("plan.assign.title"));
        this.requirement = requirement;
        label(members, packs);
        words.setValue(unsaved);
        words.addValueChangeListener(change -> keep.accept(change.getValue()));
        how.setValue(How.WORK);
        meeting.setVisible(false);
        how.addValueChangeListener(change -> {
            work.setVisible(change.getValue() == How.WORK);
            meeting.setVisible(change.getValue() == How.MEETING);
        });
        work.addClassName("plan-fields");
        meeting.addClassName("plan-fields");
        add(new Paragraph(text), how, work, meeting);
        act("plan.assign.do", () -> assignment().ifPresent(one -> {
            String refused = asking.change(new PlanEdit.Assign(one));
            wrong(refused);
            if (refused.isBlank()) {
                keep.accept("");
                close();
            }
        }));
    }

    private void label(List<Person> members, List<Pack> packs) {
        how.setLabel(getTranslation("plan.assign.how"));
        how.setItems(How.values());
        how.setItemLabelGenerator(
                one -> getTranslation("plan.assign." + one.name().toLowerCase(Locale.ROOT)));
        words.setLabel(getTranslation("plan.assign.words"));
        words.setMaxLength(Assignment.MOST);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setWidthFull();
        who.setLabel(getTranslation("plan.assign.who"));
        who.setItems(members);
        who.setItemLabelGenerator(Person::name);
        due.setLabel(getTranslation("plan.assign.due"));
        due.setI18n(DateTexts.of(this, getLocale()));
        Collator byName = Collator.getInstance(getLocale());
        protocol.setLabel(getTranslation("plan.assign.protocol"));
        protocol.setItems(packs.stream()
                .sorted(Comparator.comparing(pack -> pack.name().in(getLocale()), byName))
                .toList());
        protocol.setItemLabelGenerator(pack -> pack.name().in(getLocale()));
        protocol.setWidthFull();
        lead.setLabel(getTranslation("plan.assign.lead"));
        lead.setHelperText(getTranslation("plan.assign.lead.help"));
        lead.setItems(members);
        lead.setItemLabelGenerator(person -> person == null ? getTranslation("plan.assign.lead.any") : person.name());
        lead.setEmptySelectionAllowed(true);
        lead.setEmptySelectionCaption(getTranslation("plan.assign.lead.any"));
    }

    private Optional<Assignment> assignment() {
        return switch (how.getValue()) {
            case WORK -> {
                if (words.isEmpty() || who.isEmpty() || due.isEmpty()) {
                    wrong(getTranslation("plan.assign.missing"));
                    yield Optional.empty();
                }
                yield Optional.of(new Assignment.OwnWork(
                        requirement,
                        due.getValue(),
                        who.getValue().id(),
                        words.getValue().strip()));
            }
            case MEETING -> {
                if (protocol.isEmpty()) {
                    wrong(getTranslation("plan.assign.missing.protocol"));
                    yield Optional.empty();
                }
                Optional<PersonId> leads = lead.getOptionalValue().map(Person::id);
                yield Optional.of(new Assignment.InMeeting(
                        requirement, protocol.getValue().ref().id(), leads));
            }
        };
    }
}
