package org.tessera.room;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.GuestDoor;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.clock.AlarmClock;
import org.tessera.material.Material;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.protocol.Timing;
import org.tessera.room.RoomDraft.TimePlan;

/** Live rooms: preparing, entering and sitting down in them. */
@Service
public class Rooms implements GuestDoor {

    /** Letters that nobody takes for another when they are read aloud. */
    private static final String CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 6;
    private static final int TITLE_LIMIT = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RoomStore store;
    private final LiveRooms live;
    private final Accounts accounts;
    private final Protocols protocols;
    private final OwnProtocols own;
    private final Materials materials;
    private final TeamNorms teamNorms;
    private final AlarmClock clock;

    Rooms(
            RoomStore store,
            LiveRooms live,
            Accounts accounts,
            Protocols protocols,
            OwnProtocols own,
            Materials materials,
            TeamNorms teamNorms,
            AlarmClock clock) {
        this.store = store;
        this.live = live;
        this.accounts = accounts;
        this.protocols = protocols;
        this.own = own;
        this.materials = materials;
        this.teamNorms = teamNorms;
        this.clock = clock;
    }

    /**
     * Prepares a meeting.
     *
     * @throws IllegalArgumentException if the draft names no facilitator, a pack or material the team does not have, a video
     *     link that is not https, a length into which the protocol does not fit, or a date that is past; forms check these
     *     first and say so in their own words
     */
    public RoomId prepare(RoomDraft draft, PersonId by) {
        return prepare(draft, draft.norms().stream().map(Text::of).toList(), by);
    }

    /** The same with norms in all the languages they are known in. */
    RoomId prepare(RoomDraft draft, List<Text> ownNorms, PersonId by) {
        Pack pack = Optional.of(draft.pack())
                .filter(ref -> own.isOpenTo(ref, draft.team()))
                .flatMap(protocols::find)
                .orElseThrow(() -> new IllegalArgumentException("unknown pack"));
        check(draft, pack);
        RoomId id = new RoomId(UUID.randomUUID());
        store.make(id, draft.team(), pack, draft.title().strip(), by, now());
        LiveRoom room = live.find(id).orElseThrow();
        List<Text> norms = ownNorms.isEmpty() ? teamNorms.of(draft.team()).orElseGet(pack::norms) : ownNorms;
        await(
                room,
                new RoomCommand.Prepare(
                        draft.team(),
                        draft.title().strip(),
                        pack.ref(),
                        draft.meetingUrl(),
                        norms,
                        draft.scheduledAt().map(EntityStore::kept)));
        draft.roles().forEach((person, role) -> admit(room, id, person, accounts.nameOf(person), role, false));
        draft.plan().ifPresent(plan -> facilitatorOf(room)
                .ifPresent(facilitator ->
                        await(room, facilitator, new RoomCommand.FitAgenda(plan.minutes(), plan.people()))));
        draft.due().ifPresent(due -> facilitatorOf(room).ifPresent(facilitator -> pack.phases().stream()
                .filter(phase -> phase.timing() == Timing.BEFORE)
                .forEach(phase -> await(room, facilitator, new RoomCommand.SetDue(phase.id(), due)))));
        for (MaterialId each : draft.materials()) {
            await(room, bringing(materials.find(each).orElseThrow()));
        }
        draft.texts()
                .forEach(text -> await(room, new RoomCommand.BringText(UUID.randomUUID(), text.title(), text.text())));
        draft.focus().ifPresent(focus -> facilitatorOf(room)
                .ifPresent(facilitator -> await(room, facilitator, new RoomCommand.FocusQuestion(focus))));
        return id;
    }

    private static RoomCommand.BringMaterial bringing(Material material) {
        return new RoomCommand.BringMaterial(
                material.id().value(),
                material.kind().name().toLowerCase(Locale.ROOT),
                material.title(),
                material.pages());
    }

    private static Optional<MemberId> facilitatorOf(LiveRoom room) {
        return read(room, state -> state.facilitator().map(Entity.Member::id));
    }

    private void check(RoomDraft draft, Pack pack) {
        long facilitators =
                draft.roles().values().stream().filter(Role.FACILITATOR::equals).count();
        boolean rolesKnown =
                draft.roles().values().stream().allMatch(role -> pack.roles().contains(role));
        boolean materialsOwn = draft.materials().stream().allMatch(each -> materials
                .find(each)
                .filter(m -> m.team().equals(draft.team()))
                .isPresent());
        if (draft.title().isBlank() || draft.title().length() > TITLE_LIMIT || facilitators != 1 || !rolesKnown) {
            throw new IllegalArgumentException(
                    "a room needs a title and exactly one facilitator, in roles of its pack");
        }
        boolean fits = draft.plan()
                .filter(plan -> Budget.fitAnyhow(pack, plan.people(), Duration.ofMinutes(plan.minutes()))
                        instanceof Fit.Impossible)
                .isEmpty();
        if (!fits) {
            throw new IllegalArgumentException("the protocol does not fit into " + draft.plan());
        }
        if (!materialsOwn) {
            throw new IllegalArgumentException("a room takes its own team's material");
        }
        if (draft.due().filter(due -> !takesDue(due)).isPresent()) {
            throw new IllegalArgumentException("a date lies ahead, and within a year");
        }
        if (draft.meetingUrl().filter(url -> !isWebLink(url)).isPresent()) {
            throw new IllegalArgumentException("the video link must begin with https://");
        }
    }

    // Following a plan

    /** Whether the meeting has neither begun nor been called off, so that it can still be given another time. */
    public boolean isAhead(RoomId id) {
        return live.find(id).map(room -> read(room, Preparation::isAhead)).orElse(false);
    }

    /** Those of {@code rooms} whose meeting was called off before it had begun. */
    public Set<RoomId> calledOff(Collection<RoomId> rooms) {
        return store.cancelled(rooms);
    }

    /** Gives a meeting that is still ahead another time; false if it has begun, or is off. */
    public boolean reschedule(RoomId id, Instant at) {
        return live.find(id)
                .filter(room -> asked(room, new RoomCommand.Reschedule(at)) instanceof Outcome.Done)
                .isPresent();
    }

    /** Fits a meeting that is still ahead into another length; it stays as it is where its protocol does not fit. */
    public void refit(RoomId id, TimePlan plan) {
        live.find(id).ifPresent(room -> facilitatorOf(room)
                .ifPresent(facilitator ->
                        await(room, facilitator, new RoomCommand.FitAgenda(plan.minutes(), plan.people()))));
    }

    /** Calls a meeting off that is still ahead; false if it has begun, or is off already. */
    public boolean callOff(RoomId id) {
        return live.find(id)
                .filter(room -> asked(room, new RoomCommand.CallOff()) instanceof Outcome.Done)
                .isPresent();
    }

    /** Whether work before or after a meeting can be asked for until {@code due}: it lies ahead, and within a year. */
    public boolean takesDue(Instant due) {
        return OwnTime.isPossible(due, clock.instant());
    }

    /** Whether {@code url} can be offered as a link to a video meeting. */
    public static boolean isWebLink(String url) {
        try {
            URI uri = URI.create(url.strip());
            return "https".equals(uri.getScheme()) && uri.getHost() != null && url.length() <= 500;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // Entering

    /** Lets {@code visitor} in, as the person's team, role or guest code allows. */
    public Admission enter(RoomId id, SignedIn visitor) {
        if (visitor.guest()) {
            boolean here = id.value().equals(visitor.guestRoom());
            return here ? enterAs(id, visitor, true) : new Admission.Elsewhere();
        }
        return enterAs(id, visitor, false);
    }

    private Admission enterAs(RoomId id, SignedIn visitor, boolean guest) {
        Optional<RoomSummary> summary = store.summary(id);
        if (summary.isEmpty()) {
            return new Admission.Unknown();
        }
        Optional<MemberId> known = store.memberOf(id, visitor.id());
        if (known.isPresent() && !guest) {
            return new Admission.Entered(known.get());
        }
        boolean ofTeam = accounts.teamsOf(visitor.id()).stream()
                .map(Team::id)
                .anyMatch(summary.get().team()::equals);
        if (!guest && !ofTeam) {
            return new Admission.Unknown();
        }
        LiveRoom room = live.find(id).orElseThrow();
        return new Admission.Entered(admit(room, id, visitor.id(), visitor.name(), Role.PARTICIPANT, guest));
    }

    private MemberId admit(LiveRoom room, RoomId id, PersonId person, String name, Role role, boolean guest) {
        MemberId member = store.link(id, person, name);
        room.called(member, person, name);
        await(room, new RoomCommand.Admit(member, role, guest));
        return member;
    }

    /** Seats a member whom {@link #enter} let in; frames begin with a snapshot, or with what {@code since} missed. */
    public Seat sit(RoomId id, MemberId member, Locale locale, SeatEnd end, Optional<String> since, boolean present) {
        LiveRoom room = live.find(id).orElseThrow();
        return new Seat(room, room.sit(member, end, since, present), locale, clock);
    }

    // Looking

    /** The rooms {@code person} may enter, the latest first. */
    public List<RoomSummary> roomsOf(PersonId person) {
        return store.roomsOf(
                person,
                accounts.teamsOf(person).stream().map(team -> team.id().value()).collect(Collectors.toSet()));
    }

    /** The room, if {@code visitor} may know of it. */
    public Optional<RoomSummary> find(RoomId id, SignedIn visitor) {
        Optional<RoomSummary> summary = store.summary(id);
        boolean known = store.memberOf(id, visitor.id()).isPresent()
                || (visitor.guest() && id.value().equals(visitor.guestRoom()))
                || summary.filter(s -> accounts.teamsOf(visitor.id()).stream()
                                .map(Team::id)
                                .anyMatch(s.team()::equals))
                        .isPresent();
        return summary.filter(s -> known);
    }

    /** The pseudonym under which {@code person} takes part in a room, if the person does. */
    public Optional<MemberId> pseudonymOf(RoomId id, PersonId person) {
        return store.memberOf(id, person);
    }

    /** Whether {@code person} wrote the anonymous note: what only that person is ever told. */
    public boolean wrote(RoomId id, PersonId person, NoteId note) {
        return store.memberOf(id, person)
                .flatMap(member -> live.find(id)
                        .map(room -> read(room, state -> state.claims()
                                .anyMatch(claim -> claim.by().equals(member)
                                        && claim.note().equals(note)))))
                .orElse(false);
    }

    /** Whether pages of {@code material} are open to the people of this room now. */
    public boolean shows(RoomId id, MaterialId material) {
        return live.find(id)
                .map(room -> read(room, state -> state.material(material.value())
                        .filter(brought -> !brought.locked())
                        .isPresent()))
                .orElse(false);
    }

    /** The first place at which the room's chain of commitments does not hold; empty if it holds. */
    public Optional<Long> brokenAt(RoomId id) {
        return store.brokenAt(id);
    }

    // Files

    /** Brings a file of the room's team to the room, in the name of {@code by}, who leads or presents there. */
    public Outcome bring(RoomId id, MemberId by, MaterialId file) {
        Optional<Material> material = materials.find(file).filter(found -> store.summary(id)
                .map(RoomSummary::team)
                .filter(found.team()::equals)
                .isPresent());
        return material.map(found -> await(live.find(id).orElseThrow(), by, bringing(found)))
                .orElseGet(() -> new Outcome.No(Refusal.NOT_ALLOWED));
    }

    /**
     * Takes a file away again, for good, in the name of {@code by}: as long as nobody has written on it, and only one's own
     * unless one leads.
     */
    public Outcome takeAway(RoomId id, MemberId by, PersonId person, MaterialId file) {
        boolean own =
                materials.find(file).map(Material::by).filter(person::equals).isPresent();
        LiveRoom room = live.find(id).orElseThrow();
        boolean here = read(room, state -> state.material(file.value()).isPresent());
        Outcome outcome = await(room, by, new RoomCommand.TakeAwayMaterial(file.value(), own));
        if (here && outcome instanceof Outcome.Done) {
            materials.remove(file);
        }
        return outcome;
    }

    // Guests

    @Override
    public Optional<UUID> roomForCode(String code) {
        return store.byGuestCode(code.strip().toUpperCase(Locale.ROOT)).map(RoomId::value);
    }

    @Override
    public void admitted(UUID room, PersonId guest, String name) {
        live.find(new RoomId(room))
                .ifPresent(open -> admit(open, new RoomId(room), guest, name, Role.PARTICIPANT, true));
    }

    /** Opens the room to guests, if {@code member} conducts it, and gives the code with which they enter. */
    public Optional<String> openToGuests(RoomId id, MemberId member) {
        if (!conducts(id, member)) {
            return Optional.empty();
        }
        Optional<String> there = store.summary(id).flatMap(RoomSummary::guestCode);
        if (there.isPresent()) {
            return there;
        }
        String code = RANDOM.ints(CODE_LENGTH, 0, CODE_LETTERS.length())
                .mapToObj(CODE_LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        store.setGuestCode(id, Optional.of(code));
        return Optional.of(code);
    }

    /** Takes no more guests; those inside stay. */
    public void closeToGuests(RoomId id, MemberId member) {
        if (conducts(id, member)) {
            store.setGuestCode(id, Optional.empty());
        }
    }

    private boolean conducts(RoomId id, MemberId member) {
        return live.find(id)
                .map(room -> read(
                        room,
                        state -> state.member(member).filter(state::conducts).isPresent()))
                .orElse(false);
    }

    // Asking the room and waiting

    /** Gives {@code command} in the name of {@code member} and waits for the answer. */
    public Outcome give(RoomId id, MemberId member, RoomCommand.OfSeat command) {
        return await(live.find(id).orElseThrow(), member, command);
    }

    private static Outcome await(LiveRoom room, MemberId member, RoomCommand.OfSeat command) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        room.give(command, UUID.randomUUID(), member, answer::complete);
        return wait(answer);
    }

    private static Outcome await(LiveRoom room, MemberId behind, RoomCommand.OfHouse command) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        room.give(command, behind, answer::complete);
        return wait(answer);
    }

    private static void await(LiveRoom room, RoomCommand.OfHouse command) {
        if (asked(room, command) instanceof Outcome.No no) {
            throw new IllegalStateException("the room refused its own house: " + no.reason());
        }
    }

    private static Outcome asked(LiveRoom room, RoomCommand.OfHouse command) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        room.give(command, answer::complete);
        return wait(answer);
    }

    /** Asks the room something between two of its commands. */
    <T> T read(RoomId id, Function<Room, T> question) {
        return read(live.find(id).orElseThrow(), question);
    }

    private static <T> T read(LiveRoom room, Function<Room, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        room.look(state -> answer.complete(question.apply(state)));
        return wait(answer);
    }

    private static <T> T wait(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a room", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a room did not answer", e);
        }
    }

    private Instant now() {
        return EntityStore.kept(clock.instant());
    }
}
