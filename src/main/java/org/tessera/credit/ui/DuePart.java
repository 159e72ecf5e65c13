package org.tessera.credit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.credit.CreditLine;
import org.tessera.credit.CreditWording;
import org.tessera.credit.Credits;
import org.tessera.credit.SettleAnswer;

/** What is due to whom, to be marked as paid or recorded; what waits, and what was settled before. */
class DuePart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Credits credits;
    private final transient Accounts accounts;
    private final PersonId me;
    private final Div body = new Div();
    private final Paragraph says = new Paragraph();

    DuePart(Credits credits, Accounts accounts, PersonId me) {
        this.credits = credits;
        this.accounts = accounts;
        this.me = me;
        says.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("credit.due")), new Paragraph(getTranslation("credit.due.lead")), says, body);
        show();
    }

    /** Reads it anew. */
    final void show() {
        body.removeAll();
        CreditWording wording = new CreditWording(getLocale());
        List<CreditLine> all = credits.linesFor(me);
        List<CreditLine> due = all.stream().filter(CreditLine::isDue).toList();
        Map<CreditLine, Checkbox> boxes = new LinkedHashMap<>();
        if (due.isEmpty()) {
            body.add(new Paragraph(getTranslation("credit.due.none")));
        } else {
            Map<PersonId, List<CreditLine>> people = due.stream()
                    .collect(Collectors.groupingBy(CreditLine::person, LinkedHashMap::new, Collectors.toList()));
            people.forEach((person, lines) -> {
                Section card = Parts.card(new H3(accounts.nameOf(person)));
                card.addClassName("credit-due");
                lines.forEach(line -> {
                    Checkbox box = new Checkbox(told(line, wording));
                    boxes.put(line, box);
                    card.add(box);
                });
                body.add(card);
            });
            Button choose = new Button(
                    getTranslation("credit.due.all"), _ -> boxes.values().forEach(box -> box.setValue(true)));
            Button mark = new Button(getTranslation("credit.due.mark"), _ -> mark(boxes));
            body.add(Parts.actions(choose, mark));
        }
        body.add(others(
                "credit.due.waits",
                all.stream()
                        .filter(line -> line.outcome() instanceof CreditLine.Outcome.BadgeWaits
                                || line.outcome() instanceof CreditLine.Outcome.RegistrationWaits)
                        .toList(),
                wording));
        body.add(others(
                "credit.due.done", all.stream().filter(CreditLine::isDone).toList(), wording));
        body.add(Parts.actions(Parts.download("api/credit/lines.csv", getTranslation("credit.due.csv"))));
    }

    private void mark(Map<CreditLine, Checkbox> boxes) {
        List<CreditLine> chosen = boxes.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
        if (chosen.isEmpty()) {
            says.setText(getTranslation("credit.due.choose"));
            return;
        }
        SettleAnswer answer = credits.settle(me, chosen);
        says.setText(
                answer.changed() == 0
                        ? getTranslation("credit.due.marked", answer.settled())
                        : getTranslation("credit.due.changed", answer.settled(), answer.changed()));
        show();
    }

    private Div others(String title, List<CreditLine> lines, CreditWording wording) {
        if (lines.isEmpty()) {
            return new Div();
        }
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> {
            String by = line.outcome() instanceof CreditLine.Outcome.Done done
                    ? getTranslation("credit.due.by", accounts.nameOf(done.by()))
                    : "";
            list.add(new ListItem(getTranslation(
                    "credit.due.other",
                    accounts.nameOf(line.person()),
                    told(line, wording),
                    wording.outcome(line.outcome()) + by)));
        });
        return new Div(new Details(getTranslation(title, lines.size()), list));
    }

    private String told(CreditLine line, CreditWording wording) {
        return getTranslation(
                "credit.due.line",
                wording.thing(line),
                wording.day(line.earned()),
                wording.given(line.hours(), line.money()));
    }
}
