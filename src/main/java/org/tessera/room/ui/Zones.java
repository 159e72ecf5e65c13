package org.tessera.room.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** The time zone in which a person's device tells the time. */
public final class Zones {

    private Zones() {}

    /** The zone the browser has told; UTC where it has not. */
    public static ZoneId of(UI ui) {
        String told = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return told == null || told.isBlank() ? ZoneOffset.UTC : ZoneId.of(told);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** A date and time as people write it there. */
    public static String told(Instant at, UI ui, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .format(at.atZone(of(ui)));
    }
}
