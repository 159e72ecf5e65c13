package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.TeamId;
import org.tessera.material.Intake;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.support.wire.Visitor;

/** A prepared room with people in it, on the running application: {@code of("post-it-vision").with("ana", FACILITATOR)}. */
final class Meeting {

    private final Rooms rooms;
    private final LiveRooms live;
    private final RoomStore store;
    private final Map<String, PersonId> people = new LinkedHashMap<>();
    final RoomId id;
    final TeamId team;
    private final String run;

    private Meeting(
            Rooms rooms,
            LiveRooms live,
            RoomStore store,
            RoomId id,
            TeamId team,
            String run,
            Map<String, PersonId> people) {
        this.run = run;
        this.rooms = rooms;
        this.live = live;
        this.store = store;
        this.id = id;
        this.team = team;
        this.people.putAll(people);
    }

    /** Prepares meetings on one application. */
    static final class Preparing {
        private final Rooms rooms;
        private final LiveRooms live;
        private final RoomStore store;
        private final Accounts accounts;
        private final Protocols protocols;
        private final Map<String, Role> roles = new LinkedHashMap<>();
        private final Set<String> invited = new HashSet<>();
        private final List<BiFunction<TeamId, PersonId, MaterialId>> bringing = new ArrayList<>();
        private Optional<String> meetingUrl = Optional.empty();
        private Locale language = Locale.ENGLISH;
        private final Map<String, Locale> languages = new HashMap<>();

        Preparing(Rooms rooms, LiveRooms live, RoomStore store, Accounts accounts, Protocols protocols) {
            this.rooms = rooms;
            this.live = live;
            this.store = store;
            this.accounts = accounts;
            this.protocols = protocols;
        }

        /** Somebody of another school, invited to this one room. */
        Preparing invited(String name, Role role) {
            invited.add(name);
            return with(name, role);
        }

        /** Material of {@code seeds/demo}, taken in as a person's would be. */
        Preparing bringing(Materials taker, MaterialKind kind, String file, String title) {
            bringing.add((team, by) -> take(taker, team, by, kind, file, title));
            return this;
        }

        /** What everybody of this meeting reads. */
        Preparing reading(Locale language) {
            this.language = language;
            return this;
        }

        /** What {@code name} alone reads. */
        Preparing reading(String name, Locale language) {
            languages.put(name, language);
            return this;
        }

        Preparing meetingAt(String url) {
            meetingUrl = Optional.of(url);
            return this;
        }

        private MaterialId take(
                Materials taker, TeamId team, PersonId by, MaterialKind kind, String file, String title) {
            MaterialDraft draft = new MaterialDraft(team, by, title, kind, PrivacyStatement.NO_NAME_OR_CONSENT);
            try (InputStream bytes = Files.newInputStream(Path.of("seeds/demo", file))) {
                return switch (taker.take(draft, file, bytes, ProgressListener.NONE)) {
                    case Intake.Accepted accepted -> accepted.material().id();
                    case Intake.Refused refused -> throw new AssertionError(refused.why());
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Preparing with(String name, Role role) {
            roles.put(name, role);
            return this;
        }

        Meeting running(String pack) {
            return running(protocols.latest(pack).ref());
        }

        Meeting running(PackRef pack) {
            String run = UUID.randomUUID().toString();
            DistrictId district = accounts.addDistrict("District " + run);
            SchoolId school = accounts.addSchool(district, "School " + run);
            SchoolId elsewhere = accounts.addSchool(district, "Another school " + run);
            TeamId team = accounts.addTeam(school, "Team " + run);
            Map<String, PersonId> people = new LinkedHashMap<>();
            Map<PersonId, Role> draft = new LinkedHashMap<>();
            roles.forEach((name, role) -> {
                PersonId person = accounts.addPerson(new PersonDraft(
                        district,
                        school,
                        name,
                        name + "-" + run + "@example.org",
                        languages.getOrDefault(name, language),
                        "correct horse " + run));
                if (!invited.contains(name)) {
                    accounts.join(team, person);
                }
                people.put(name, person);
                draft.put(person, role);
            });
            PersonId first = people.values().iterator().next();
            RoomId id = rooms.prepare(
                    new RoomDraft(
                            team,
                            "Meeting",
                            pack,
                            draft,
                            Optional.empty(),
                            meetingUrl,
                            Optional.of("Where does reasoning show?"),
                            List.of(),
                            bringing.stream()
                                    .map(take -> take.apply(team, first))
                                    .toList(),
                            List.of()),
                    first);
            return new Meeting(rooms, live, store, id, team, run, people);
        }
    }

    MemberId member(String name) {
        return store.memberOf(id, people.get(name)).orElseThrow();
    }

    /** {@code name}, signed in over HTTP. */
    Visitor visitor(URI server, String name) {
        return Visitor.person(server, name + "-" + run + "@example.org", "correct horse " + run);
    }

    String email(String name) {
        return name + "-" + run + "@example.org";
    }

    String password() {
        return "correct horse " + run;
    }

    /** What makes this meeting's names and addresses its own. */
    String run() {
        return run;
    }

    Set<String> names() {
        return people.keySet();
    }

    PersonId person(String name) {
        return people.get(name);
    }

    /** Gives a command and expects it to happen. */
    void does(String name, RoomCommand.OfSeat command) {
        assertThat(rooms.give(id, member(name), command))
                .as("%s by %s", command, name)
                .isEqualTo(new Outcome.Done());
    }

    Outcome tries(String name, RoomCommand.OfSeat command) {
        return rooms.give(id, member(name), command);
    }

    /** Gives a command under a chosen id. */
    Outcome tries(String name, UUID commandId, RoomCommand.OfSeat command) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        live.find(id).orElseThrow().give(command, commandId, member(name), answer::complete);
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** The room as it lives in memory. */
    Room live() {
        CompletableFuture<Room> seen = new CompletableFuture<>();
        live.find(id).orElseThrow().look(seen::complete);
        return seen.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** The room as its tables hold it. */
    Room reloaded() {
        return store.load(id).orElseThrow().room();
    }

    /** The room as its log tells it. */
    Room replayed() {
        Room room = Room.blank(id, live().written());
        for (Recorded recorded : store.log(id, 1, Long.MAX_VALUE)) {
            room = room.apply(recorded);
        }
        return room.exchanging(List.of(), claimed());
    }

    /** What the log does not know: whose anonymous notes are, and what is being written. */
    private List<Entity> claimed() {
        return reloaded()
                .everything()
                .filter(entity -> entity instanceof Entity.Claim
                        || (entity instanceof Entity.Note note && note.state() == Entity.Note.State.ANONYMOUS))
                .toList();
    }

    /** The three ways to know a room agree, and the chain of commitments holds. */
    void isConsistent() {
        Room now = live();
        assertThat(reloaded()).as("reload from the tables").isEqualTo(now);
        assertThat(replayed()).as("replay of the log").isEqualTo(now);
        assertThat(store.brokenAt(id)).as("chain of commitments").isEmpty();
    }
}
