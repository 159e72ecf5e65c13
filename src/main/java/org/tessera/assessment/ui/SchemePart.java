package org.tessera.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.tessera.account.PersonId;
import org.tessera.assessment.Panels;
import org.tessera.assessment.Scale;
import org.tessera.assessment.Scales;
import org.tessera.assessment.Scheme;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;

/** How a credential is assessed from the next case on. */
final class SchemePart extends Section {

    private static final long serialVersionUID = 1L;

    private final Select<Credential> credential = new Select<>();
    private final Checkbox second = new Checkbox(getTranslation("assessment.scheme.second"));
    private final Checkbox approved = new Checkbox(getTranslation("assessment.scheme.approved"));
    private final Checkbox certified = new Checkbox(getTranslation("assessment.scheme.certified"));
    private final Select<Scale> texts = new Select<>();
    private final Select<Scale> evidence = new Select<>();

    SchemePart(Panels panels, Credentials credentials, Scales scales, PersonId me) {
        addClassName("card");
        List<Credential> all = credentials.stacks().stream()
                .flatMap(stack -> credentials.membersOf(stack).stream())
                .toList();
        credential.setLabel(getTranslation("assessment.scheme.credential"));
        credential.setItems(all);
        credential.setItemLabelGenerator(one -> one.name().in(getLocale()));
        credential.setWidthFull();
        scale(texts, "assessment.scheme.texts", scales);
        scale(evidence, "assessment.scheme.evidence", scales);
        certified.setHelperText(getTranslation("assessment.scheme.certified.what"));
        credential.addValueChangeListener(
                _ -> panels.scheme(me, credential.getValue().ref().id()).ifPresent(scheme -> show(scheme, scales)));
        credential.setValue(all.getFirst());
        Button save = new Button(getTranslation("assessment.scheme.save"), _ -> {
            boolean isKept = panels.assessBy(
                    me,
                    new Scheme(
                            credential.getValue().ref().id(),
                            second.getValue(),
                            approved.getValue(),
                            certified.getValue(),
                            texts.getValue().id(),
                            evidence.getValue().id()));
            Notification.show(getTranslation(isKept ? "assessment.scheme.kept" : "assessment.members.no", ""));
        });
        Div form = new Div(credential, second, approved, certified, texts, evidence, save);
        form.addClassName("panel-form");
        add(new H2(getTranslation("assessment.scheme")), new Paragraph(getTranslation("assessment.scheme.what")), form);
    }

    private void scale(Select<Scale> select, String label, Scales scales) {
        select.setLabel(getTranslation(label));
        select.setItems(scales.all());
        select.setItemLabelGenerator(scale -> scale.name().in(getLocale()));
        select.setWidthFull();
    }

    private void show(Scheme scheme, Scales scales) {
        second.setValue(scheme.isSecondScored());
        approved.setValue(scheme.isApproved());
        certified.setValue(scheme.isCertifiedOnly());
        scales.all().stream()
                .filter(scale -> scale.id().equals(scheme.textScale()))
                .forEach(texts::setValue);
        scales.all().stream()
                .filter(scale -> scale.id().equals(scheme.evidenceScale()))
                .forEach(evidence::setValue);
    }
}
