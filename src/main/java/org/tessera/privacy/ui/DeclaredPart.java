package org.tessera.privacy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.Finding;
import org.tessera.privacy.Subject;

/** What the owner of a piece of work has said about it, for whoever looks at it as the second person. */
final class DeclaredPart extends Div {

    private static final long serialVersionUID = 1L;

    DeclaredPart(Clearance clearance, String owner) {
        addClassName("page-note");
        add(new Paragraph(
                getTranslation("privacy.declared." + clearance.subject().kind(), owner)));
        clearance.permission().ifPresent(given -> {
            String giver = getTranslation("privacy.giver." + given.giver());
            DateTimeFormatter day =
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
            add(new Paragraph(given.until()
                    .map(last -> getTranslation("privacy.declared.until", giver, day.format(last)))
                    .orElseGet(() -> getTranslation("privacy.declared.giver", giver))));
        });
        List<Finding> stays = clearance.findings().stream()
                .filter(one -> one.standing() instanceof Finding.Standing.Dismissed)
                .toList();
        if (clearance.subject().kind() == Subject.Kind.RECORDING) {
            stays.forEach(one -> one.moment()
                    .ifPresent(moment -> add(new Paragraph(getTranslation(
                            "privacy.declared.stays",
                            MarkList.words(this, moment),
                            one.standing() instanceof Finding.Standing.Dismissed(var why)
                                    ? getTranslation("privacy.dismissal." + why)
                                    : "")))));
        }
    }
}
