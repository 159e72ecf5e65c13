package org.tessera.submission.ui;

import java.time.Duration;
import java.util.function.BiFunction;
import org.tessera.submission.Part;
import org.tessera.submission.Pointer;

/** Puts a part of an artifact into words. */
final class PartWords {

    /** Longer notes are cut off in a list to choose from. */
    private static final int MOST = 60;

    private final BiFunction<String, Object[], String> translate;

    PartWords(BiFunction<String, Object[], String> translate) {
        this.translate = translate;
    }

    String of(Part part) {
        return switch (part) {
            case Part.Whole _ -> text("submission.part.whole");
            case Part.Region region -> text("submission.part.page", region.page());
            case Part.TimeRange range -> text("submission.part.time", clock(range.from()), clock(range.to()));
        };
    }

    String of(Pointer pointer) {
        String words = pointer.words().length() <= MOST
                ? pointer.words()
                : pointer.words().substring(0, MOST - 1) + "…";
        return text("submission.part.page.note", pointer.region().page(), words);
    }

    private static String clock(Duration time) {
        String rest = "%02d".formatted(time.toSecondsPart());
        return time.toHours() == 0
                ? time.toMinutesPart() + ":" + rest
                : time.toHours() + ":" + "%02d".formatted(time.toMinutesPart()) + ":" + rest;
    }

    private String text(String key, Object... parameters) {
        return translate.apply(key, parameters);
    }
}
