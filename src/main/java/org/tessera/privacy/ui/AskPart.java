package org.tessera.privacy.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import org.tessera.account.Person;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Subject;

/** The owner says whom they ask for the second look. */
final class AskPart extends Section {

    private static final long serialVersionUID = 1L;

    AskPart(Clearance clearance, List<Person> people, SerializableConsumer<ClearanceCommand> wants) {
        addClassName("clearing-fields");
        boolean isRecording = clearance.subject().kind() == Subject.Kind.RECORDING;
        Select<Person> second = new Select<>();
        second.setLabel(getTranslation("privacy.ask"));
        second.setHelperText(getTranslation(isRecording ? "privacy.ask.recording" : "privacy.ask.pages"));
        second.setItems(people);
        second.setItemLabelGenerator(person -> person == null ? getTranslation("privacy.ask.anybody") : person.name());
        second.setEmptySelectionAllowed(!isRecording);
        if (!isRecording) {
            second.setEmptySelectionCaption(getTranslation("privacy.ask.anybody"));
        }
        clearance
                .asked()
                .flatMap(asked ->
                        people.stream().filter(one -> one.id().equals(asked)).findFirst())
                .ifPresent(second::setValue);
        second.addValueChangeListener(change -> wants.accept(
                new ClearanceCommand.Ask(Optional.ofNullable(change.getValue()).map(Person::id))));
        add(new H2(getTranslation("privacy.ask.title")), second);
    }
}
