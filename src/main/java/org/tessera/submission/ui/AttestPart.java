package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;
import java.util.Set;
import org.tessera.submission.Attestation;

/** The three things an earner says, and the button. */
final class AttestPart extends Section {

    private static final long serialVersionUID = 1L;

    AttestPart(int openGaps, SerializableConsumer<Set<Attestation>> handIn) {
        CheckboxGroup<Attestation> attested = new CheckboxGroup<>();
        attested.setLabel(getTranslation("handin.attest"));
        attested.setItems(Attestation.values());
        attested.setItemLabelGenerator(
                one -> getTranslation("handin.attest." + one.name().toLowerCase(Locale.ROOT)));
        attested.addClassName("attest");
        Button over = new Button(getTranslation("handin.over"), _ -> handIn.accept(attested.getValue()));
        over.addThemeVariants(ButtonVariant.PRIMARY);
        add(new H2(getTranslation("handin.over")), attested);
        if (openGaps > 0) {
            Paragraph wait = new Paragraph(getTranslation("handin.no.gaps", openGaps));
            wait.setId("handin-wait");
            over.getElement().setAttribute("aria-describedby", "handin-wait");
            add(wait);
        } else {
            Paragraph then = new Paragraph(getTranslation("handin.over.then"));
            then.addClassName("quiet");
            add(then);
        }
        add(over);
    }
}
