package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;
import org.tessera.protocol.HandingAnswer;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.RoomDraft.TimePlan;
import org.tessera.room.RoomSummary.Status;

/**
 * Prepared meetings, handed to other teams of the district: the protocol in its version, title, time plan, focus question
 * and norms. What people brought or wrote, the link to their video meeting and their guests' code stay where they are.
 */
@Service
public class PreparedMeetings {

    private final Rooms rooms;
    private final Accounts accounts;
    private final OwnProtocols protocols;

    PreparedMeetings(Rooms rooms, Accounts accounts, OwnProtocols protocols) {
        this.rooms = rooms;
        this.accounts = accounts;
        this.protocols = protocols;
    }

    /** The teams for which a member of {@code team} may copy its meetings. */
    public List<Team> neighboursOf(TeamId team) {
        return protocols.neighboursOf(team);
    }

    /**
     * Copies a meeting that has not begun, for another team of its district. Whoever is in both teams keeps the role; the
     * person who copies leads if they are of that team, or else its first member by name who has no role yet, until the team
     * gives the roles otherwise. The time is fitted to those who are copied in.
     *
     * @param at when the other team meets, if that is known
     */
    public CopyAnswer copy(RoomId id, TeamId to, Optional<Instant> at, SignedIn by) {
        Optional<RoomSummary> found =
                rooms.find(id, by).filter(room -> !by.guest() && accounts.isMember(room.team(), by.id()));
        if (found.isEmpty()
                || neighboursOf(found.get().team()).stream().map(Team::id).noneMatch(to::equals)) {
            return CopyAnswer.Not.UNKNOWN;
        }
        RoomSummary room = found.get();
        if (room.status() != Status.WAITING) {
            return CopyAnswer.Not.BEGUN;
        }
        List<Person> members = accounts.membersOf(to);
        if (members.isEmpty()) {
            return CopyAnswer.Not.NOBODY_THERE;
        }
        if (!isOpenOrHanded(room.pack(), to, by.id())) {
            return CopyAnswer.Not.PROTOCOL_NOT_THEIRS;
        }
        Prepared prepared = rooms.read(id, PreparedMeetings::prepared);
        Map<PersonId, Role> roles =
                roles(members, prepared.roles(), pseudonym -> rooms.pseudonymOf(id, pseudonym), by.id());
        int people =
                (int) roles.values().stream().filter(role -> role != Role.COACH).count();
        Pack pack = prepared.pack();
        Fit fit = prepared.meeting()
                .map(length -> Budget.fitAnyhow(pack, people, length))
                .orElseGet(() -> Budget.unhurried(pack, people));
        RoomDraft draft = new RoomDraft(
                to,
                room.title(),
                room.pack(),
                roles,
                at,
                Optional.empty(),
                prepared.focus(),
                List.of(),
                List.of(),
                List.of(),
                prepared.meeting()
                        .filter(_ -> fit instanceof Fit.Planned)
                        .map(length -> new TimePlan((int) length.toMinutes(), people)));
        return new CopyAnswer.Copied(rooms.prepare(draft, prepared.norms(), by.id()), pack, people, fit);
    }

    /** What of a room another team can begin with. */
    private record Prepared(
            Map<MemberId, Role> roles,
            Optional<String> focus,
            List<Text> norms,
            Pack pack,
            Optional<Duration> meeting) {}

    private static Prepared prepared(Room room) {
        Map<MemberId, Role> roles = new HashMap<>();
        room.members().forEach(member -> roles.put(member.id(), member.role()));
        return new Prepared(
                roles,
                room.setting().focus().map(Entity.Focus::text),
                room.setting().norms(),
                room.written(),
                room.agenda().flatMap(Entity.Agenda::meeting));
    }

    private static Map<PersonId, Role> roles(
            List<Person> members,
            Map<MemberId, Role> before,
            Function<PersonId, Optional<MemberId>> pseudonym,
            PersonId by) {
        Map<PersonId, Role> roles = new LinkedHashMap<>();
        members.forEach(person -> roles.put(
                person.id(), pseudonym.apply(person.id()).map(before::get).orElse(Role.PARTICIPANT)));
        if (!roles.containsValue(Role.FACILITATOR)) {
            PersonId leads = roles.containsKey(by)
                    ? by
                    : members.stream()
                            .map(Person::id)
                            .filter(person -> roles.get(person) == Role.PARTICIPANT)
                            .findFirst()
                            .orElseGet(() -> members.getFirst().id());
            roles.put(leads, Role.FACILITATOR);
        }
        return roles;
    }

    /** A team that gets a meeting gets the protocol it is held by. */
    private boolean isOpenOrHanded(PackRef pack, TeamId to, PersonId by) {
        return protocols.isOpenTo(pack, to) || protocols.hand(pack.id(), to, by) == HandingAnswer.HANDED;
    }
}
