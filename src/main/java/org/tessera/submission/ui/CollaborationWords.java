package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tessera.artifact.ui.When;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.submission.Collaboration;

/** A first wording of the note on working together. It names nobody, and the earner may change all of it. */
final class CollaborationWords {

    private final Component page;
    private final Locale locale;
    private final Protocols protocols;

    CollaborationWords(Component page, Locale locale, Protocols protocols) {
        this.page = page;
        this.locale = locale;
        this.protocols = protocols;
    }

    /** The note; blank if there was nobody to work with. */
    String of(Collaboration company) {
        if (company.colleagues() == 0) {
            return "";
        }
        String meetings = company.meetings().stream()
                .filter(meeting -> meeting.colleagues() > 0)
                .map(this::meeting)
                .collect(Collectors.joining("\n"));
        return page.getTranslation("handin.note.lead", company.colleagues(), (int) company.meetings().stream()
                        .filter(meeting -> meeting.colleagues() > 0)
                        .count())
                + "\n\n" + meetings + "\n\n" + page.getTranslation("handin.note.why");
    }

    private String meeting(Collaboration.Meeting meeting) {
        String others =
                meeting.others().stream().sorted().map(this::role).distinct().collect(Collectors.joining(", "));
        return page.getTranslation(
                "handin.note.meeting",
                When.day(meeting.at(), locale),
                protocols
                        .find(meeting.protocol())
                        .map(Pack::name)
                        .map(name -> name.in(locale))
                        .orElse(meeting.protocol().id()),
                Optional.of(meeting.mine())
                        .flatMap(mine -> mine)
                        .map(this::role)
                        .orElseGet(() -> page.getTranslation("handin.note.absent")),
                meeting.colleagues(),
                others);
    }

    private String role(Role role) {
        return page.getTranslation(
                "handin.role." + role.name().toLowerCase(Locale.ROOT).replace("second_recorder", "recorder"));
    }
}
