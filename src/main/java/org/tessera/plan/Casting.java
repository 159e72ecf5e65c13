package org.tessera.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tessera.account.PersonId;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;

/** Who is what in the room of a planned session. */
final class Casting {

    /** Roles that are given in turn, in this order, where a protocol has them. */
    private static final List<Role> IN_TURN =
            List.of(Role.TIMEKEEPER, Role.RECORDER, Role.SECOND_RECORDER, Role.REPORTER);

    private Casting() {}

    /** The lead and the presenter as planned, the other roles one person further at each session, everybody takes part. */
    static Map<PersonId, Role> of(Session session, Pack pack, List<PersonId> members) {
        Map<PersonId, Role> roles = new LinkedHashMap<>();
        roles.put(session.lead(), Role.FACILITATOR);
        if (pack.roles().contains(Role.PRESENTER)) {
            session.presenter().ifPresent(person -> roles.putIfAbsent(person, Role.PRESENTER));
        }
        List<Role> wanted = IN_TURN.stream().filter(pack.roles()::contains).toList();
        int next = 0;
        for (int i = 0; i < members.size(); i++) {
            PersonId person = members.get((i + session.number()) % members.size());
            if (roles.containsKey(person)) {
                continue;
            }
            roles.put(person, next < wanted.size() ? wanted.get(next) : Role.PARTICIPANT);
            next++;
        }
        return roles;
    }
}
