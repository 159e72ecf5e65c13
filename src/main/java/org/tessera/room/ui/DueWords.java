package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
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

    /** Weekday, day and time; the year where it is another than {@code now}. */
    private static String told(Instant at, Instant now, Component speaker) {
        ZoneId zone = Zones.of(UI.getCurrent());
        boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
        return told(at, thisYear ? "room.due.format" : "room.due.format.year", speaker);
    }

    /** Weekday, day, year and time. */
    static String inFull(Instant at, Component speaker) {
        return told(at, "room.due.format.year", speaker);
    }

    private static String told(Instant at, String format, Component speaker) {
        UI ui = UI.getCurrent();
        return DateTimeFormatter.ofPattern(speaker.getTranslation(format), ui.getLocale())
                .format(at.atZone(Zones.of(ui)));
    }
}
