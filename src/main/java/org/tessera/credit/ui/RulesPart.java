package org.tessera.credit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.credential.Credentials;
import org.tessera.credit.CreditWording;
import org.tessera.credit.Credits;
import org.tessera.credit.Rule;
import org.tessera.credit.RuleAnswer;
import org.tessera.protocol.Protocols;

/** A district's rules: read, written, changed and ended. */
class RulesPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Credits credits;
    private final transient RuleSentences sentences;
    private final transient Credentials credentials;
    private final transient Protocols protocols;
    private final PersonId me;
    private final transient Runnable written;
    private final Div rules = new Div();

    RulesPart(
            Credits credits,
            RuleSentences sentences,
            Credentials credentials,
            Protocols protocols,
            PersonId me,
            Runnable written) {
        this.credits = credits;
        this.sentences = sentences;
        this.credentials = credentials;
        this.protocols = protocols;
        this.me = me;
        this.written = written;
        Div fresh = new Div();
        fresh(fresh);
        add(
                new H2(getTranslation("credit.rules")),
                rules,
                new H3(getTranslation("credit.rule.new")),
                new Paragraph(getTranslation("credit.rule.new.lead")),
                fresh);
        show();
    }

    /** What is being typed into the form for a new rule outlasts everything else on the page. */
    private void fresh(Div place) {
        place.removeAll();
        place.add(new RuleForm(
                credentials,
                protocols,
                sentences,
                credits.today(),
                Optional.empty(),
                terms -> credits.write(me, terms),
                () -> {
                    fresh(place);
                    told();
                }));
    }

    private void told() {
        show();
        written.run();
    }

    private void show() {
        rules.removeAll();
        List<Rule> table = credits.table(me);
        if (table.isEmpty()) {
            rules.add(new Paragraph(getTranslation("credit.rules.none")));
        }
        table.forEach(rule -> rules.add(card(rule)));
    }

    private Section card(Rule rule) {
        Section card = Parts.card(new Paragraph(sentences.of(rule.terms(), getLocale())));
        CreditWording wording = new CreditWording(getLocale());
        String day =
                wording.day(rule.writtenAt().atOffset(java.time.ZoneOffset.UTC).toLocalDate());
        card.add(new Paragraph(getTranslation(
                rule.isOverOn(credits.today()) ? "credit.rule.version.over" : "credit.rule.version",
                rule.version(),
                day)));
        if (rule.version() > 1) {
            UnorderedList earlier = new UnorderedList();
            credits.versions(me, rule.id()).stream()
                    .skip(1)
                    .map(one -> new ListItem(getTranslation(
                            "credit.rule.earlier.one", one.version(), sentences.of(one.terms(), getLocale()))))
                    .forEach(earlier::add);
            card.add(new Details(getTranslation("credit.rule.earlier"), earlier));
        }
        Div form = new Div();
        Paragraph says = Parts.alert();
        DatePicker last = new DatePicker(getTranslation("credit.rule.end.last"));
        last.setLocale(getLocale());
        last.setValue(credits.today());
        Button end = new Button(getTranslation("credit.rule.end"), _ -> {
            if (last.getValue() == null) {
                says.setText(getTranslation("credit.rule.end.when"));
                return;
            }
            switch (credits.end(me, rule.id(), last.getValue())) {
                case RuleAnswer.Written _ -> told();
                case RuleAnswer.Refused(var why) ->
                    says.setText(getTranslation("credit.refused."
                            + why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            }
        });
        Button change = new Button(getTranslation("credit.rule.change"), _ -> {
            if (form.getChildren().findAny().isEmpty()) {
                form.add(new RuleForm(
                        credentials,
                        protocols,
                        sentences,
                        credits.today(),
                        Optional.of(rule),
                        terms -> credits.change(me, rule.id(), terms),
                        this::told));
            }
        });
        card.add(Parts.actions(change, last, end), says, form);
        return card;
    }
}
