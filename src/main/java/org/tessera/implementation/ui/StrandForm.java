package org.tessera.implementation.ui;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.stream.Stream;
import org.tessera.entry.Entry;
import org.tessera.entry.ui.EntryForm;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.implementation.Strand;

/** A broad line of the second year. */
final class StrandForm extends EntryForm<Strand> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 1000;

    private final TextArea text = lines("implementation.strand.text", MOST);
    private final TextArea dependsOn = lines("implementation.strand.depends", MOST);

    StrandForm(Workplace workplace, Visit visit, Entry<Strand> entry) {
        super(workplace, visit, entry);
        add(text, dependsOn);
        start();
    }

    void focus() {
        text.focus();
    }

    @Override
    protected Strand typed() {
        return new Strand(text.getValue(), dependsOn.getValue());
    }

    @Override
    protected void fill(Strand body) {
        text.setValue(body.text());
        dependsOn.setValue(body.dependsOn());
    }

    @Override
    protected List<String> told(Strand body) {
        return Stream.of(body.text(), body.dependsOn())
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Override
    protected String name() {
        return ImplementationView.nameOr(this, entry().body().text());
    }
}
