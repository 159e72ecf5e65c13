package org.tessera.credit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.credit.CreditWording;
import org.tessera.credit.Credits;
import org.tessera.credit.DecideAnswer;
import org.tessera.credit.Registration;

/** The registrations that wait for an answer. */
class RegistrationsPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Credits credits;
    private final transient Accounts accounts;
    private final transient RuleSentences sentences;
    private final PersonId me;
    private final transient Runnable decided;

    RegistrationsPart(Credits credits, Accounts accounts, RuleSentences sentences, PersonId me, Runnable decided) {
        this.credits = credits;
        this.accounts = accounts;
        this.sentences = sentences;
        this.me = me;
        this.decided = decided;
        show();
    }

    private void show() {
        removeAll();
        add(new H2(getTranslation("credit.waiting")));
        List<Registration> waiting = credits.waitingFor(me);
        if (waiting.isEmpty()) {
            add(new Paragraph(getTranslation("credit.waiting.none")));
        }
        waiting.forEach(one -> add(card(one)));
    }

    private Section card(Registration one) {
        Section card = Parts.card(new H3(accounts.nameOf(one.person())));
        String day = new CreditWording(getLocale())
                .day(one.made().atOffset(ZoneOffset.UTC).toLocalDate());
        credits.versions(me, one.rule()).stream()
                .filter(rule -> rule.version() == one.version())
                .map(rule -> new Paragraph(sentences.of(rule.terms(), getLocale())))
                .forEach(card::add);
        TextField reason = new TextField(getTranslation("credit.decline.reason"));
        reason.setMaxLength(Credits.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        Paragraph says = Parts.alert();
        Button confirm =
                new Button(getTranslation("credit.confirm"), _ -> answered(credits.confirm(me, one.id()), says));
        Button decline = new Button(
                getTranslation("credit.decline"),
                _ -> answered(credits.decline(me, one.id(), reason.getValue()), says));
        card.add(
                new Paragraph(getTranslation("credit.waiting.since", day)),
                reason,
                Parts.actions(confirm, decline),
                says);
        return card;
    }

    private void answered(DecideAnswer answer, Paragraph says) {
        switch (answer) {
            case DONE, NOT_FOUND, NOT_WAITING -> {
                show();
                decided.run();
            }
            case REASON_MISSING, REASON_TOO_LONG ->
                says.setText(getTranslation("credit.decline."
                        + answer.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
    }
}
