package org.tessera.privacy.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.privacy.Deed;
import org.tessera.privacy.Subject;
import org.tessera.privacy.Trail;

/** What was done to a piece of work, by whom and when. */
final class TrailPart extends Div {

    private static final long serialVersionUID = 1L;

    TrailPart(Subject subject, List<Trail> trail, Accounts accounts, Locale language) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .withZone(ZoneOffset.UTC);
        OrderedList list = new OrderedList();
        trail.forEach(line -> list.add(new ListItem(getTranslation(
                "privacy.trail.line",
                day.format(line.at()),
                getTranslation(StateWords.deed(subject, line.deed())),
                by(line, accounts)))));
        add(new Details(getTranslation("privacy.trail"), list));
    }

    /** Whoever reports has nothing to fear from it: nobody of the team is told who it was. */
    private String by(Trail line, Accounts accounts) {
        return line.deed() == Deed.REPORTED
                ? getTranslation("privacy.trail.somebody")
                : line.by().map(accounts::nameOf).orElseGet(() -> getTranslation("privacy.trail.product"));
    }
}
