package org.tessera.submission.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.artifact.Artifacts;
import org.tessera.room.MeetingRecord;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;
import org.tessera.submission.Consents;
import org.tessera.submission.Contributions;

/**
 * One's own part in a meeting, or with {@code ?person=} that of somebody who lets one see it. Whoever may not gets the
 * answer for a meeting that is not there.
 */
@Route("contributions/:room")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/evidence.css")
class ContributionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Contributions contributions;
    private final transient Consents consents;
    private final transient Artifacts artifacts;
    private final transient Accounts accounts;
    private final transient Rooms rooms;
    private final transient SignedIn me;

    ContributionView(
            Contributions contributions,
            Consents consents,
            Artifacts artifacts,
            Accounts accounts,
            Rooms rooms,
            CurrentUser user) {
        this.contributions = contributions;
        this.consents = consents;
        this.artifacts = artifacts;
        this.accounts = accounts;
        this.rooms = rooms;
        me = user.require();
        addClassNames("page", "contribution-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RoomId room = event.getRouteParameters()
                .get("room")
                .flatMap(ContributionView::uuid)
                .map(RoomId::new)
                .orElseThrow(NotFoundException::new);
        PersonId person = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("person")
                .flatMap(ContributionView::uuid)
                .map(PersonId::new)
                .orElse(me.id());
        RoomSummary summary = rooms.find(room, me).orElseThrow(NotFoundException::new);
        MeetingRecord record = contributions.of(room, person, me.id()).orElseThrow(NotFoundException::new);
        boolean own = person.equals(me.id());
        removeAll();
        add(
                new H1(
                        own
                                ? getTranslation("contribution.title")
                                : getTranslation("contribution.title.of", accounts.nameOf(person))),
                new Paragraph(getTranslation("contribution.lead", summary.title())),
                new ContributionParts(record));
        if (own) {
            add(
                    new ContributionSharing(contributions, room, me.id(), accounts.membersOf(summary.team())),
                    new ColleaguesWords(consents, accounts, me.id(), artifacts.ofRoom(room)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("contribution.title"));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
