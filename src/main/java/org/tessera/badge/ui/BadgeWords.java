package org.tessera.badge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.badge.Badge;
import org.tessera.badge.BadgeId;
import org.tessera.badge.Standing;

/** The parts in which a badge is told, in public and to its earner. */
final class BadgeWords {

    private BadgeWords() {}

    /** A day as people write it. Badges are dated in UTC, for they are read everywhere. */
    static String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atOffset(ZoneOffset.UTC));
    }

    /** The address of a badge's page, inside the product. */
    static String page(BadgeId badge) {
        return "badges/" + badge.value();
    }

    static Image picture(Badge badge) {
        Image picture = new Image(page(badge.id()) + "/badge.svg", "");
        picture.addClassName("badge-picture");
        // its name stands beside it
        picture.getElement().setAttribute("aria-hidden", "true");
        return picture;
    }

    static Span standing(Component reader, Badge badge, Instant now) {
        boolean isOver = badge.expires().filter(end -> !now.isBefore(end)).isPresent();
        String key = badge.standing() == Standing.ACTIVE && isOver
                ? "expired"
                : badge.standing().name().toLowerCase(Locale.ROOT);
        Span mark = new Span(reader.getTranslation("badge.standing." + key));
        mark.addClassNames("badge-state", key.equals("active") ? "badge-holds" : "badge-fails");
        return mark;
    }

    /** What the badge means, what was shown for it, by which rubric. */
    static List<Component> told(Badge badge, Component reader) {
        List<Component> parts = new ArrayList<>();
        parts.add(new Section(new H2(reader.getTranslation("badge.means")), new Paragraph(badge.description())));
        parts.add(new Section(new H2(reader.getTranslation("badge.criteria")), new Paragraph(badge.criteria())));
        if (!badge.rows().isEmpty()) {
            UnorderedList rows = new UnorderedList();
            rows.addClassName("badge-rows");
            badge.rows().forEach(row -> {
                Span level = new Span(row.level());
                level.addClassNames("badge-state", "badge-holds");
                rows.add(new ListItem(new Span(row.name()), level));
            });
            parts.add(new Section(
                    new H2(reader.getTranslation("badge.rows")),
                    new Paragraph(reader.getTranslation("badge.rows.version", badge.version())),
                    rows));
        }
        UnorderedList pieces = new UnorderedList();
        pieces.addClassName("badge-evidence");
        badge.evidence().forEach(piece -> pieces.add(new ListItem(new Div(piece.name()), new Div(piece.text()))));
        parts.add(new Section(
                new H2(reader.getTranslation("badge.evidence")),
                new Paragraph(reader.getTranslation("badge.evidence.lead")),
                pieces));
        return parts;
    }
}
