package org.tessera.credit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.credit.AttendedMeeting;
import org.tessera.credit.CreditLine;
import org.tessera.credit.CreditWording;
import org.tessera.credit.Credits;
import org.tessera.credit.RegisterAnswer;
import org.tessera.credit.Registration;
import org.tessera.credit.Rule;
import org.tessera.credit.SchoolYear;

/** One's own hours: time in meetings, what the district gives for work, what one got, and the transcript. */
@Route("hours")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/credit.css")
class HoursView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Credits credits;
    private final transient RuleSentences sentences;
    private final transient CreditWording wording;
    private final PersonId me;

    HoursView(Credits credits, RuleSentences sentences, CurrentUser user) {
        this.credits = credits;
        this.sentences = sentences;
        this.me = user.require().id();
        this.wording = new CreditWording(getLocale());
        addClassNames("page", "credit-page");
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("credit.hours"));
    }

    private void show() {
        removeAll();
        add(new H1(getTranslation("credit.hours")), new Paragraph(getTranslation("credit.hours.lead")));
        if (credits.isOfficer(me)) {
            add(new Paragraph(new Anchor("credit-table", getTranslation("credit.table"))));
        }
        add(meetings(), gives(), got(), transcript());
    }

    // Meetings

    private Section meetings() {
        List<AttendedMeeting> all = credits.meetingsOf(me);
        Section section = Parts.section(getTranslation("credit.meetings"));
        if (all.isEmpty()) {
            section.add(
                    new Paragraph(getTranslation("credit.meetings.none")),
                    new Paragraph(getTranslation("credit.meetings.counts")));
            return section;
        }
        section.add(new Paragraph(getTranslation("credit.meetings.counts")));
        Map<SchoolYear, List<AttendedMeeting>> years = all.stream()
                .collect(Collectors.groupingBy(
                        meeting -> SchoolYear.of(meeting.day()),
                        () -> new TreeMap<>(Collections.reverseOrder()),
                        Collectors.toList()));
        years.forEach((year, meetings) -> {
            int sum = meetings.stream().mapToInt(AttendedMeeting::minutes).sum();
            UnorderedList list = new UnorderedList();
            meetings.forEach(meeting -> list.add(new ListItem(getTranslation(
                    meeting.over() ? "credit.meeting" : "credit.meeting.runs",
                    wording.day(meeting.day()),
                    meeting.title(),
                    wording.time(meeting.minutes())))));
            section.add(new H3(getTranslation("credit.year", year.toString(), wording.time(sum))), list);
        });
        section.add(Parts.actions(Parts.download("api/hours/attendance.csv", getTranslation("credit.meetings.csv"))));
        return section;
    }

    // What the district gives

    private Section gives() {
        Section section = Parts.section(getTranslation("credit.gives"));
        List<Rule> rules = credits.rulesFor(me);
        if (rules.isEmpty()) {
            section.add(new Paragraph(getTranslation("credit.gives.none")));
        }
        List<Registration> own = credits.registrationsOf(me);
        rules.forEach(rule -> section.add(rule(rule, own)));
        List<Registration> earlier = own.stream()
                .filter(one -> rules.stream().noneMatch(rule -> rule.id().equals(one.rule())))
                .filter(one -> one.state() != Registration.State.WITHDRAWN)
                .toList();
        earlier.forEach(one -> section.add(new Paragraph(registration(one))));
        return section;
    }

    private Section rule(Rule rule, List<Registration> all) {
        Section card = Parts.card(new Paragraph(sentences.of(rule.terms(), getLocale())));
        Optional<Registration> own =
                all.stream().filter(one -> one.rule().equals(rule.id())).findFirst();
        Paragraph says = Parts.alert();
        own.filter(one -> one.state() != Registration.State.WITHDRAWN)
                .ifPresent(one -> card.add(new Paragraph(registration(one))));
        own.filter(one -> one.state() == Registration.State.WAITING).ifPresent(one -> {
            Button back = new Button(getTranslation("credit.withdraw"), _ -> {
                credits.withdraw(me, one.id());
                show();
            });
            card.add(Parts.actions(back));
        });
        if (own.filter(Registration::isOpen).isEmpty() && rule.terms().needsRegistration()) {
            if (rule.takesRegistrations(credits.today())) {
                Button register = new Button(getTranslation("credit.register"), _ -> {
                    RegisterAnswer answer = credits.register(me, rule.id());
                    if (answer == RegisterAnswer.REGISTERED) {
                        show();
                    } else {
                        says.setText(getTranslation("credit.register." + word(answer)));
                    }
                });
                card.add(new Paragraph(getTranslation("credit.register.first")), Parts.actions(register), says);
            } else {
                card.add(new Paragraph(getTranslation("credit.register.not-open")));
            }
        }
        return card;
    }

    private String registration(Registration one) {
        String day = wording.day(one.made().atOffset(java.time.ZoneOffset.UTC).toLocalDate());
        return getTranslation(
                "credit.registration." + word(one.state()), day, one.reason().orElse(""));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // What one got

    private Section got() {
        Section section = Parts.section(getTranslation("credit.got"));
        List<CreditLine> lines = credits.linesOf(me).reversed();
        if (lines.isEmpty()) {
            section.add(new Paragraph(getTranslation("credit.got.none")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> {
            ListItem item = new ListItem(getTranslation(
                    "credit.got.line",
                    wording.thing(line),
                    wording.day(line.earned()),
                    wording.given(line.hours(), line.money()),
                    wording.outcome(line.outcome())));
            list.add(item);
        });
        section.add(list, new Paragraph(getTranslation("credit.got.seen")));
        return section;
    }

    private Section transcript() {
        return Parts.section(
                getTranslation("credit.transcript"),
                new Paragraph(getTranslation("credit.transcript.lead")),
                Parts.actions(
                        Parts.download("api/hours/transcript.pdf", getTranslation("credit.transcript.pdf")),
                        Parts.download("api/hours/transcript.csv", getTranslation("credit.transcript.csv"))));
    }
}
