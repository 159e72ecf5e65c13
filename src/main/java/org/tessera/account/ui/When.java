package org.tessera.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A date and time as people read it where their browser is. */
final class When {

    private When() {}

    static String told(Instant at, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(zone())
                .format(at);
    }

    /** Where the browser is; UTC for one that does not say. */
    private static ZoneId zone() {
        ExtendedClientDetails browser = UI.getCurrent().getPage().getExtendedClientDetails();
        String name = browser == null ? null : browser.getTimeZoneId();
        return name == null || name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
