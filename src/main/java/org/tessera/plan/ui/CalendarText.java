package org.tessera.plan.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Team;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.PlannedMeeting;

/**
 * Planned meetings as iCalendar. A meeting is the same event for life; what changes raises its number, and one that does not
 * take place is told as cancelled, so that it goes from calendars that have it.
 */
@Component
class CalendarText {

    private final I18NProvider texts;
    private final Accounts accounts;
    private final TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();

    CalendarText(I18NProvider texts, Accounts accounts) {
        this.texts = texts;
        this.accounts = accounts;
    }

    /** All meetings of {@code plans}, for somebody who reads {@code language}. */
    String of(String name, Collection<PlanPicture> plans, Locale language) {
        List<CalendarComponent> parts = new ArrayList<>();
        Set<ZoneId> used = new LinkedHashSet<>();
        for (PlanPicture picture : plans) {
            used.add(picture.plan().term().zone());
            picture.plan().meetings().forEach(meeting -> parts.add(event(picture, meeting, language)));
        }
        return text(name, used, parts);
    }

    /** Some meetings of one plan. */
    String of(String name, PlanPicture picture, Collection<PlannedMeeting> meetings, Locale language) {
        return text(
                name,
                Set.of(picture.plan().term().zone()),
                meetings.stream()
                        .<CalendarComponent>map(meeting -> event(picture, meeting, language))
                        .toList());
    }

    private String text(String name, Set<ZoneId> used, List<CalendarComponent> events) {
        List<CalendarComponent> all = new ArrayList<>();
        used.forEach(zone -> zone(zone).ifPresent(found -> all.add(found.getVTimeZone())));
        all.addAll(events);
        Calendar calendar = new Calendar(
                new PropertyList(List.<Property>of(
                        new ProdId("-//Tessera//Plan//EN"),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN,
                        ImmutableMethod.PUBLISH,
                        new XProperty("X-WR-CALNAME", name),
                        new XProperty("X-PUBLISHED-TTL", "PT1H"))),
                new ComponentList<>(all));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The library's description of a zone; it fails for zones it has none of. */
    private Optional<TimeZone> zone(ZoneId zone) {
        return TimeZone.class.getResource("/zoneinfo-global/" + zone.getId() + ".ics") == null
                ? Optional.empty()
                : Optional.ofNullable(zones.getTimeZone(zone.getId()));
    }

    private VEvent event(PlanPicture picture, PlannedMeeting meeting, Locale language) {
        ZoneId zone = picture.plan().term().zone();
        PlanWords words = words(picture, language);
        String team = accounts.team(picture.plan().team()).map(Team::name).orElse("");
        return new VEvent(new PropertyList(List.<Property>of(
                new Uid(meeting.id() + "@tessera"),
                new DtStamp(meeting.changedAt()),
                new LastModified(meeting.changedAt()),
                new Sequence(meeting.sequence()),
                start(meeting.at(), zone),
                end(meeting.until(), zone),
                new Summary(texts.getTranslation("plan.feed.event", language, team, words.what(meeting))),
                new Description(meeting.takesPlace() ? agenda(meeting, words) : ""),
                meeting.takesPlace() ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED)));
    }

    /**
     * The library converts zoned times by rules of its own, which are a week off around the change of the clocks: it is
     * handed what the clock on the wall shows, and the zone beside it. A zone it does not describe would leave programs
     * guessing; a moment in UTC does not.
     */
    private DtStart<?> start(LocalDateTime at, ZoneId zone) {
        return zone(zone).isPresent()
                ? new DtStart<>(in(zone), at)
                : new DtStart<>(at.atZone(zone).toInstant());
    }

    private DtEnd<?> end(LocalDateTime at, ZoneId zone) {
        return zone(zone).isPresent()
                ? new DtEnd<>(in(zone), at)
                : new DtEnd<>(at.atZone(zone).toInstant());
    }

    private static ParameterList in(ZoneId zone) {
        return new ParameterList(List.of(new TzId(zone.getId())));
    }

    /** Sentences in the language of somebody who is not looking at a page. */
    PlanWords words(PlanPicture picture, Locale language) {
        return new PlanWords(
                (key, with) -> texts.getTranslation(key, language, with), language, picture, accounts::nameOf);
    }

    static String agenda(PlannedMeeting meeting, PlanWords words) {
        return Stream.concat(
                        meeting.agenda().stream().map(words::line),
                        meeting.sessions().stream()
                                .filter(session -> session.room().isPresent())
                                .map(words::prepared))
                .collect(Collectors.joining("\n"));
    }
}
