package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Until when work in people's own time is wanted, in the words and the time zone of who reads. */
final class DueWords {

    private DueWords() {}

    /** What to know about the date of {@code phase} at {@code now}. */
    static String sentence(PhasePicture phase, Instant now, Component speaker) {
        String when = phase.isBefore() ? "before" : "after";
        return phase.due()
                .map(due -> speaker.getTranslation(
                        now.isAfter(due) ? "room.due.past" : "room.due.until", told(due, now, speaker)))
                .orElseGet(() -> speaker.getTranslation("room.due.none." + when));
    }

    /** What runs, in few words: for the head of the room. */
    static String head(PhasePicture phase, Instant now, Component speaker) {
        String when = phase.isBefore() ? "before" : "after";
        return phase.due()
                .filter(due -> !now.isAfter(due))
                .map(due -> speaker.getTranslation("room.own." + when + ".until", told(due, now, speaker)))
                .orElseGet(() -> speaker.getTranslation("room.own." + when));
    }

    /** Weekday, day and time; the year where it is another. */
    static String told(Instant at, Instant now, Component speaker) {
        var zone = Zones.of(UI.getCurrent());
        ZonedDateTime there = at.atZone(zone);
        boolean thisYear = there.getYear() == now.atZone(zone).getYear();
        return DateTimeFormatter.ofPattern(
                        speaker.getTranslation(thisYear ? "room.due.format" : "room.due.format.year"),
                        speaker.getUI().map(UI::getLocale).orElseGet(() -> UI.getCurrent()
                                .getLocale()))
                .format(there);
    }
}
