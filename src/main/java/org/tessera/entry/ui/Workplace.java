package org.tessera.entry.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.entry.Circles;
import org.tessera.entry.Entries;
import org.tessera.exhibit.Exhibits;

/** What every page on which a team writes together needs. */
@Component
public class Workplace {

    private final Accounts accounts;
    private final CurrentUser user;
    private final Circles circles;
    private final Entries entries;
    private final Exhibits exhibits;

    Workplace(Accounts accounts, CurrentUser user, Circles circles, Entries entries, Exhibits exhibits) {
        this.accounts = accounts;
        this.user = user;
        this.circles = circles;
        this.entries = entries;
        this.exhibits = exhibits;
    }

    /** What the team writes. */
    public Entries entries() {
        return entries;
    }

    /** What people keep as evidence. */
    public Exhibits exhibits() {
        return exhibits;
    }

    /** The name of a person; empty for somebody who is no longer known. */
    public String nameOf(PersonId person) {
        return accounts.nameOf(person);
    }

    /**
     * Who has opened the page of which team.
     *
     * @throws NotFoundException for who has nothing to do with it
     */
    Visit visit(BeforeEnterEvent event) {
        PersonId me = user.require().id();
        return event.getRouteParameters()
                .get("team")
                .flatMap(Workplace::id)
                .flatMap(accounts::team)
                .flatMap(team -> circles.of(team.id(), me).map(standing -> new Visit(team, me, standing)))
                .orElseThrow(NotFoundException::new);
    }

    private static Optional<TeamId> id(String text) {
        try {
            return Optional.of(new TeamId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
