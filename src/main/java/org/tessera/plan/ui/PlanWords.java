package org.tessera.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tessera.account.PersonId;
import org.tessera.credential.Aspect;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.credential.Rule;
import org.tessera.plan.Checklist;
import org.tessera.plan.Part;
import org.tessera.plan.PlanChange;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.PlannedMeeting;
import org.tessera.plan.Session;
import org.tessera.plan.Shortfall;
import org.tessera.plan.Step;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Timing;

/** What a page says about a plan, in sentences. Times are those of the team's clock. */
final class PlanWords {

    private final Speech speech;
    private final Locale language;
    private final PlanPicture picture;
    private final Function<PersonId, String> names;

    /** Where sentences come from. */
    @FunctionalInterface
    interface Speech {

        /** The sentence with this key. */
        String say(String key, Object... with);
    }

    PlanWords(Speech speech, Locale language, PlanPicture picture, Function<PersonId, String> names) {
        this.speech = speech;
        this.language = language;
        this.picture = picture;
        this.names = names;
    }

    /** Sentences for a page. */
    static PlanWords on(Component page, PlanPicture picture, Function<PersonId, String> names) {
        return new PlanWords(
                (key, with) -> page.getTranslation(key, with), UI.getCurrent().getLocale(), picture, names);
    }

    private Locale language() {
        return language;
    }

    private String say(String key, Object... with) {
        return speech.say(key, with);
    }

    String name(PersonId person) {
        return names.apply(person);
    }

    /** A day with its weekday. */
    static String day(LocalDate day, Locale language) {
        return told(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), day, language);
    }

    /** The time of a day. */
    static String clock(LocalDateTime at, Locale language) {
        return told(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), at, language);
    }

    private static String told(DateTimeFormatter format, TemporalAccessor time, Locale language) {
        return format.withLocale(language).format(time);
    }

    String day(LocalDate day) {
        return day(day, language());
    }

    String when(LocalDateTime at) {
        return say("plan.when", day(at.toLocalDate()), clock(at, language()));
    }

    String clock(LocalDateTime at) {
        return clock(at, language());
    }

    String protocol(PackRef ref) {
        return picture.pack(ref).map(pack -> pack.name().in(language())).orElse(ref.id());
    }

    String part(Part.Kind part) {
        return say("plan.part." + part.name().toLowerCase(Locale.ROOT));
    }

    String requirement(Criterion requirement) {
        return requirement.wording().in(language());
    }

    /** A name of an aspect, as the credentials of the plan's stack call it. */
    private String aspect(String id) {
        return picture.credentials().stream()
                .map(Credential::requirements)
                .flatMap(List::stream)
                .flatMap(criterion -> criterion.rule().stream())
                .filter(Rule.Facilitated.class::isInstance)
                .map(Rule.Facilitated.class::cast)
                .flatMap(rule -> rule.aspect(id).stream())
                .map(Aspect::name)
                .map(name -> name.in(language()))
                .findFirst()
                .orElse(id);
    }

    String step(Step step) {
        return switch (step) {
            case Step.InMeeting in -> say("plan.step.meeting", when(in.at()), protocol(in.pack()));
            case Step.Before before ->
                say(
                        "plan.step.before",
                        before.title(),
                        day(before.at().atZone(picture.plan().term().zone()).toLocalDate()));
            case Step.OwnWork work -> say("plan.step.work", work.words(), name(work.who()), day(work.due()));
        };
    }

    /** What a meeting is for: its protocols with their leads, or that it is free. */
    String what(PlannedMeeting meeting) {
        return meeting.sessions().isEmpty()
                ? say("plan.meeting.free")
                : meeting.sessions().stream()
                        .map(session -> say("plan.meeting.session", protocol(session.pack()), name(session.lead())))
                        .collect(Collectors.joining(" · "));
    }

    /** A part of an agenda, with its time and its lead. */
    String line(Part part) {
        return say("plan.part.time", clock(part.from()), clock(part.to())) + " · " + led(part);
    }

    String led(Part part) {
        String what = part.session().map(session -> protocol(session.pack())).orElseGet(() -> part(part.kind()));
        return part.lead()
                .map(lead -> say("plan.part.led", what, part.minutes(), name(lead)))
                .orElseGet(() -> say("plan.part.unled", what, part.minutes()));
    }

    /** That there is a room for it. */
    String prepared(Session session) {
        return say("plan.feed.room", protocol(session.pack()));
    }

    /** What a session needs: what to bring, and what is done before it. */
    List<String> needs(Session session) {
        return picture.pack(session.pack()).map(pack -> needs(session, pack)).orElse(List.of());
    }

    private List<String> needs(Session session, Pack pack) {
        List<String> lines = new ArrayList<>();
        String materials = pack.phases().stream()
                .flatMap(phase -> phase.unlocks().stream())
                .distinct()
                .map(kind -> say("plan.material." + kind))
                .collect(Collectors.joining(", "));
        if (!materials.isEmpty()) {
            lines.add(say("plan.bring", name(session.presenter().orElse(session.lead())), materials));
        }
        pack.phases().stream()
                .filter(phase -> phase.timing() == Timing.BEFORE)
                .map(phase -> say("plan.before", phase.name().in(language())))
                .forEach(lines::add);
        return lines;
    }

    String why(Shortfall why) {
        return switch (why) {
            case Shortfall.NoMeetingLeft(var sessions) -> say("plan.short.meetings", sessions);
            case Shortfall.NoProtocol no -> noProtocol(no);
            case Shortfall.TooFewPeople(var needed, var people) -> say("plan.short.people", needed, people);
            case Shortfall.ChosenUnfit(var chosen) -> unfit(chosen);
            case Shortfall.ChosenGone(var pack) -> say("plan.short.gone", pack);
            case Shortfall.NobodySaid() -> say("plan.short.nobody");
            case Shortfall.EarnerGone() -> say("plan.short.earner");
        };
    }

    private String noProtocol(Shortfall.NoProtocol no) {
        String there = no.usable().isEmpty()
                ? say("plan.short.none")
                : say(
                        "plan.short.some",
                        no.missing(),
                        no.usable().stream().map(this::aspect).collect(Collectors.joining(", ")));
        String unfit = no.unfit().stream().limit(3).map(this::unfit).collect(Collectors.joining(" "));
        return (there + " " + unfit).strip();
    }

    private String unfit(Shortfall.Unfit unfit) {
        return unfit.needs() == 0
                ? say(
                        "plan.short.size",
                        protocol(unfit.pack()),
                        unfit.meant().min(),
                        unfit.meant().max(),
                        unfit.people())
                : say("plan.short.time", protocol(unfit.pack()), unfit.needs(), unfit.has());
    }

    String change(PlanChange change) {
        return switch (change) {
            case PlanChange.Retimed(var _, var from, var to) -> say("plan.change.retimed", when(from), when(to));
            case PlanChange.Lost(var _, var at, var why) ->
                say("plan.change.lost." + why.name().toLowerCase(Locale.ROOT), when(at));
            case PlanChange.Returned(var _, var at) -> say("plan.change.returned", when(at));
            case PlanChange.Added(var _, var at) -> say("plan.change.added", when(at));
            case PlanChange.SessionMoved(var session, var from, var to) ->
                say("plan.change.moved", protocol(session.pack()), name(session.lead()), when(from), when(to));
            case PlanChange.SessionAdded(var session, var at) ->
                say("plan.change.put", protocol(session.pack()), name(session.lead()), when(at));
            case PlanChange.SessionGone(var session, var from) ->
                say("plan.change.gone", protocol(session.pack()), name(session.lead()), when(from));
            case PlanChange.Resized(var session, var at, var before) ->
                say("plan.change.resized", protocol(session.pack()), when(at), session.minutes(), before);
            case PlanChange.RoomMoved(var session, var to) ->
                say("plan.change.room.moved", protocol(session.pack()), when(to));
            case PlanChange.RoomOff(var session, var from) ->
                say("plan.change.room.off", protocol(session.pack()), when(from));
            case PlanChange.RoomStays(var session) -> say("plan.change.room.stays", protocol(session.pack()));
            case PlanChange.EarnersChanged(var earners) ->
                say("plan.change.earners", earners.stream().map(this::name).collect(Collectors.joining(", ")));
            case PlanChange.LeadChanged(var at, var part, var from, var to) ->
                say("plan.change.lead", name(to), name(from), part(part), when(at));
            case PlanChange.NowCovered(var line) -> say("plan.change.covered", of(line));
            case PlanChange.NowUncovered(var line, var why) -> say("plan.change.uncovered", of(line), why(why));
        };
    }

    private String of(Checklist.Line line) {
        return say("plan.line", requirement(line.requirement()), name(line.earner()));
    }
}
