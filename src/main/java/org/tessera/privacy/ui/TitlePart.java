package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.tessera.material.MaterialDraft;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Finding;

/** What was found in the title, and another title. */
final class TitlePart extends Section {

    private static final long serialVersionUID = 1L;

    TitlePart(
            String title,
            List<Finding> found,
            SerializableConsumer<ClearanceCommand> wants,
            SerializableConsumer<String> renames) {
        addClassName("clearing-fields");
        UnorderedList list = new UnorderedList();
        list.addClassName("finding-list");
        found.forEach(finding -> list.add(new FindingLine(finding, true, wants)));
        TextField name = new TextField(getTranslation("privacy.rename.field"));
        name.setHelperText(getTranslation("privacy.rename.help"));
        name.setMaxLength(MaterialDraft.LONGEST_TITLE);
        name.setValue(title);
        name.setWidthFull();
        add(
                new H2(getTranslation("privacy.rename.title")),
                list,
                name,
                new Button(getTranslation("privacy.rename"), _ -> renames.accept(name.getValue())));
    }
}
