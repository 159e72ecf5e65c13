package org.tessera.plan.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.Team;
import org.tessera.mail.Letter;
import org.tessera.mail.Outbox;
import org.tessera.plan.ActionItem;
import org.tessera.plan.MeetingOver;
import org.tessera.plan.MeetingPrepared;
import org.tessera.plan.Plan;
import org.tessera.plan.PlanChanged;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.PlannedMeeting;
import org.tessera.plan.Session;

/** Writes to the people of a team, each in their own language: what is planned, what changed, how a meeting went on. */
@Component
class MailWriter {

    private final Outbox outbox;
    private final Accounts accounts;
    private final CalendarText calendar;
    private final I18NProvider texts;

    MailWriter(Outbox outbox, Accounts accounts, CalendarText calendar, I18NProvider texts) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.calendar = calendar;
        this.texts = texts;
    }

    /** Invites everybody to new meetings; what changed is told to everybody but who changed it. */
    @EventListener
    void on(PlanChanged changed) {
        Plan plan = changed.picture().plan();
        boolean isNew = changed.before().meetings().isEmpty();
        List<PlannedMeeting> touched = plan.meetings().stream()
                .filter(meeting -> changed.before()
                        .meeting(meeting.id())
                        .filter(was -> was.sequence() == meeting.sequence())
                        .isEmpty())
                .toList();
        if (touched.isEmpty()) {
            return;
        }
        for (Person person : accounts.membersOf(plan.team())) {
            if (isNew || !person.id().equals(changed.by())) {
                outbox.write(isNew ? invitation(changed, person, touched) : news(changed, person, touched));
            }
        }
    }

    private Letter invitation(PlanChanged changed, Person person, List<PlannedMeeting> meetings) {
        PlanPicture picture = changed.picture();
        Locale language = person.locale();
        PlanWords words = calendar.words(picture, language);
        String list = meetings.stream()
                .filter(PlannedMeeting::takesPlace)
                .map(meeting -> say(language, "plan.preview.meeting", words.when(meeting.at()), words.what(meeting)))
                .collect(Collectors.joining("\n"));
        String team = team(picture);
        return new Letter(
                person.id(),
                "plan " + picture.plan().id(),
                say(language, "plan.mail.invitation", team),
                say(language, "plan.mail.invitation.text", person.name(), accounts.nameOf(changed.by()), list),
                Optional.of(calendar.of(team, picture, meetings, language)));
    }

    private Letter news(PlanChanged changed, Person person, List<PlannedMeeting> meetings) {
        PlanPicture picture = changed.picture();
        Locale language = person.locale();
        PlanWords words = calendar.words(picture, language);
        String list = changed.changes().stream().map(words::change).collect(Collectors.joining("\n"));
        String team = team(picture);
        return new Letter(
                person.id(),
                "plan " + picture.plan().id() + " " + picture.plan().version(),
                say(language, "plan.mail.changed", team),
                say(language, "plan.mail.changed.text", person.name(), accounts.nameOf(changed.by()), list),
                Optional.of(calendar.of(team, picture, meetings, language)));
    }

    /** Invites everybody into the room that was made for a meeting. */
    @EventListener
    void on(MeetingPrepared prepared) {
        Plan plan = prepared.picture().plan();
        plan.meeting(prepared.meeting()).ifPresent(meeting -> meeting.sessions().stream()
                .filter(session -> session.number() == prepared.session())
                .forEach(session -> accounts.membersOf(plan.team())
                        .forEach(person -> outbox.write(invitation(prepared, meeting, session, person)))));
    }

    private Letter invitation(MeetingPrepared prepared, PlannedMeeting meeting, Session session, Person person) {
        PlanPicture picture = prepared.picture();
        Locale language = person.locale();
        PlanWords words = calendar.words(picture, language);
        String team = team(picture);
        return new Letter(
                person.id(),
                "room " + prepared.room(),
                say(language, "plan.mail.prepared", team, words.protocol(session.pack()), words.when(meeting.at())),
                say(
                        language,
                        "plan.mail.prepared.text",
                        person.name(),
                        accounts.nameOf(prepared.by()),
                        words.protocol(session.pack()),
                        words.when(meeting.at()),
                        CalendarText.agenda(meeting, words),
                        String.join("\n", words.needs(session)),
                        "rooms/" + prepared.room()),
                Optional.of(calendar.of(team, picture, List.of(meeting), language)));
    }

    /** Sums a meeting up for everybody: what it was, what is still to be done, when the next one is. */
    @EventListener
    void on(MeetingOver over) {
        PlanPicture picture = over.picture();
        for (Person person : accounts.membersOf(picture.plan().team())) {
            Locale language = person.locale();
            PlanWords words = calendar.words(picture, language);
            String items = over.open().isEmpty()
                    ? say(language, "plan.mail.summary.nothing")
                    : over.open().stream()
                            .map(item -> told(item, words, language))
                            .collect(Collectors.joining("\n"));
            String next = picture.next()
                    .map(meeting -> say(language, "plan.card.next", words.when(meeting.at()), words.what(meeting)))
                    .orElseGet(() -> say(language, "plan.mail.summary.last"));
            outbox.write(new Letter(
                    person.id(),
                    "summary " + over.meeting().id(),
                    say(
                            language,
                            "plan.mail.summary",
                            team(picture),
                            words.when(over.meeting().at())),
                    say(
                            language,
                            "plan.mail.summary.text",
                            person.name(),
                            CalendarText.agenda(over.meeting(), words),
                            items,
                            next),
                    Optional.empty()));
        }
    }

    private String told(ActionItem item, PlanWords words, Locale language) {
        return item.due()
                .map(day -> say(language, "plan.items.until", item.words(), words.name(item.owner()), words.day(day)))
                .orElseGet(() -> say(language, "plan.items.undated", item.words(), words.name(item.owner())));
    }

    private String team(PlanPicture picture) {
        return accounts.team(picture.plan().team()).map(Team::name).orElse("");
    }

    private String say(Locale language, String key, Object... with) {
        return texts.getTranslation(key, language, with);
    }
}
