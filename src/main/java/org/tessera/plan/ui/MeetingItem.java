package org.tessera.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tessera.account.Person;
import org.tessera.plan.Part;
import org.tessera.plan.PlanEdit;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.PlannedMeeting;
import org.tessera.plan.Serves;
import org.tessera.plan.Session;

/** One meeting of the plan: when, what, led by whom; and unfolded, its agenda and what can be done about it. */
final class MeetingItem extends ListItem {

    private final PlannedMeeting meeting;
    private final PlanPicture picture;
    private final PlanWords words;
    private final List<Person> members;
    private final Asking asking;
    private final Details details = new Details();

    /** Prepares the room of a session of this meeting. */
    interface Preparing {
        void prepare(PlannedMeeting meeting, Session session);
    }

    MeetingItem(
            PlannedMeeting meeting,
            PlanPicture picture,
            PlanWords words,
            List<Person> members,
            Asking asking,
            Preparing preparing) {
        this.meeting = meeting;
        this.picture = picture;
        this.words = words;
        this.members = members;
        this.asking = asking;
        addClassNames("plan-meeting", "state-" + meeting.state().name().toLowerCase(Locale.ROOT));
        details.setSummary(summary());
        details.setOpened(picture.next().filter(meeting::equals).isPresent());
        if (meeting.takesPlace()) {
            details.add(agenda());
            meeting.sessions().forEach(session -> details.add(about(session)));
        }
        Div actions = actions(preparing);
        if (actions.getComponentCount() > 0) {
            details.add(actions);
        }
        add(details);
        if (asks()) {
            add(question());
        }
    }

    private boolean asks() {
        return picture.unsaid().contains(meeting.id());
    }

    /** It counts as held until somebody says otherwise: that is asked where everybody sees it, and in no other way. */
    private Div question() {
        Div question = new Div(
                new Span(getTranslation("plan.held.ask")),
                edit("plan.held.yes", new PlanEdit.SayHeld(meeting.id(), true)),
                edit("plan.held.no", new PlanEdit.SayHeld(meeting.id(), false)));
        question.addClassName("plan-ask");
        return question;
    }

    /** Says what was taken on before and comes up in this meeting. */
    void carry(List<String> items) {
        if (!items.isEmpty()) {
            UnorderedList list = new UnorderedList();
            items.forEach(item -> list.add(new ListItem(item)));
            Div carried = new Div(new H4(words.part(Part.Kind.ACTIONS)), list);
            carried.addClassName("plan-about");
            details.add(carried);
        }
    }

    private Component summary() {
        Span when = new Span(words.when(meeting.at()));
        when.addClassName("plan-when");
        Span what = new Span(
                meeting.takesPlace()
                        ? words.what(meeting)
                        : getTranslation("plan.state." + meeting.state().name().toLowerCase(Locale.ROOT)));
        Div summary = new Div(when, what);
        summary.addClassName("plan-summary");
        return summary;
    }

    private Component agenda() {
        OrderedList agenda = new OrderedList();
        agenda.addClassName("plan-agenda");
        for (Part part : meeting.agenda()) {
            Span clock = new Span(getTranslation("plan.part.time", words.clock(part.from()), words.clock(part.to())));
            clock.addClassName("plan-clock");
            Span line = new Span(words.led(part));
            agenda.add(new ListItem(clock, line));
        }
        return agenda;
    }

    private Component about(Session session) {
        UnorderedList list = new UnorderedList();
        words.needs(session).forEach(line -> list.add(new ListItem(line)));
        picture.pack(session.pack()).ifPresent(pack -> {
            String yields = pack.phases().stream()
                    .flatMap(phase -> phase.yields().stream())
                    .map(yield -> yield.name().in(getLocale()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!yields.isEmpty()) {
                list.add(new ListItem(getTranslation("plan.yields", yields)));
            }
        });
        for (Serves serves : session.serves()) {
            picture.checklist()
                    .line(serves.requirement(), serves.earner())
                    .map(line -> getTranslation(
                            "plan.serves", words.name(serves.earner()), words.requirement(line.requirement())))
                    .ifPresent(line -> list.add(new ListItem(line)));
        }
        Div about = new Div(new H4(words.protocol(session.pack())), list);
        about.addClassName("plan-about");
        return about;
    }

    private Div actions(Preparing preparing) {
        Div actions = new Div();
        actions.addClassName("plan-actions");
        boolean past = picture.past(meeting);
        for (Session session : meeting.sessions()) {
            session.room()
                    .ifPresentOrElse(
                            room -> actions.add(new Anchor(
                                    "rooms/" + room, getTranslation("plan.room", words.protocol(session.pack())))),
                            () -> {
                                if (!past && meeting.takesPlace()) {
                                    Button prepare = button("plan.prepare", () -> preparing.prepare(meeting, session));
                                    prepare.addThemeVariants(ButtonVariant.PRIMARY);
                                    prepare.setAriaLabel(getTranslation(
                                            "plan.prepare.aloud",
                                            words.protocol(session.pack()),
                                            words.when(meeting.at())));
                                    actions.add(prepare);
                                }
                            });
        }
        switch (meeting.state()) {
            case HELD -> actions.add(edit("plan.missed", new PlanEdit.SayHeld(meeting.id(), false)));
            case PLANNED -> {
                if (past && !asks()) {
                    actions.add(edit("plan.missed", new PlanEdit.SayHeld(meeting.id(), false)));
                } else if (!past) {
                    actions.add(
                            button("plan.move", () -> new MoveDialog(meeting, words, asking).open()),
                            edit("plan.off", new PlanEdit.Cancel(meeting.id())));
                    meeting.leads()
                            .ifPresent(leads -> actions.add(
                                    button("plan.leads", () -> new LeadsDialog(meeting, leads, members, words, asking)
                                            .open())));
                }
            }
            case CANCELLED -> {
                if (!past) {
                    actions.add(edit("plan.restore", new PlanEdit.Restore(meeting.id())));
                }
            }
            case MISSED -> actions.add(edit("plan.held", new PlanEdit.SayHeld(meeting.id(), true)));
            case CLOSED_DAY, DROPPED -> {
                if (!past) {
                    actions.add(button("plan.move", () -> new MoveDialog(meeting, words, asking).open()));
                }
            }
        }
        return actions;
    }

    private Button edit(String key, PlanEdit edit) {
        return button(key, () -> asking.change(edit));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(getTranslation(key), _ -> action.run());
        button.setAriaLabel(getTranslation("plan.aloud", getTranslation(key), words.when(meeting.at())));
        return button;
    }
}
