package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.stream.Stream;

/** What Vaadin's calendar says, in the person's language. */
public final class DateTexts {

    private DateTexts() {}

    /** The words in {@code language}, spoken by {@code speaker}. */
    public static DatePickerI18n of(Component speaker, Locale language) {
        // The calendar counts days from Sunday.
        Stream<DayOfWeek> days =
                Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7);
        Stream<DayOfWeek> again =
                Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7);
        return new DatePickerI18n()
                .setMonthNames(Stream.of(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, language))
                        .toList())
                .setWeekdays(days.map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, language))
                        .toList())
                .setWeekdaysShort(again.map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language))
                        .toList())
                .setFirstDayOfWeek(WeekFields.of(language).getFirstDayOfWeek().getValue() % 7)
                .setToday(speaker.getTranslation("room.new.when.today"))
                .setCancel(speaker.getTranslation("room.cancel"));
    }
}
