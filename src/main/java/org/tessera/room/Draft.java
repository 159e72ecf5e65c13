package org.tessera.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.account.PersonId;
import org.tessera.room.RoomCommand.Among;
import org.tessera.room.RoomCommand.EndTurn;
import org.tessera.room.RoomCommand.PassTurn;
import org.tessera.room.RoomCommand.Settle;
import org.tessera.room.RoomCommand.SettleItem;
import org.tessera.room.RoomCommand.ShareVoice;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.room.RoomCommand.TakeBack;
import org.tessera.room.RoomCommand.TakeFacilitation;
import org.tessera.room.RoomCommand.TakeOver;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomCommand.Undo;

/** What a batch of commands has come to before it is stored. Where that fails, it is thrown away and nobody has seen it. */
final class Draft {

    /** What is known beside the room itself. */
    record Known(Names names, Map<MemberId, PersonId> people, Receipts receipts) {}

    private final RoomLedger ledger;
    private final Gathered gathered;
    private final InstantSource clock;
    private final Known known;
    Room after;
    final List<Step> steps = new ArrayList<>();
    final List<AcceptedCommand> commands = new ArrayList<>();
    final List<Yielded> yields = new ArrayList<>();
    final Set<CommandKey> keys = new HashSet<>();
    final List<Runnable> answers = new ArrayList<>();
    /** Commands that were refused: the ledger may say that they were accepted long ago. */
    final Set<CommandKey> refused = new HashSet<>();

    Draft(Room room, Known known, RoomLedger ledger, Gathered gathered, InstantSource clock) {
        this.after = room;
        this.known = known;
        this.ledger = ledger;
        this.gathered = gathered;
        this.clock = clock;
    }

    /** Decides one command on top of what was decided before it; the answer waits until all of it is stored. */
    void decide(Job.Give give) {
        Optional<CommandKey> key = give.key();
        if (key.filter(each -> known.receipts().has(each) || keys.contains(each))
                .isPresent()) {
            answers.add(() -> give.reply().accept(new Outcome.Done()));
            return;
        }
        Instant now = EntityStore.kept(clock.instant());
        Decision decision =
                switch (give.command()) {
                    case Undo undo -> takeBack(undo, give.actor(), now);
                    case SettleItem settle ->
                        Rulebook.decide(after, new Settle(settle, gathered.here()), give.actor(), now);
                    case TakeFacilitation _ ->
                        Rulebook.decide(after, new TakeOver(Set.copyOf(gathered.here())), give.actor(), now);
                    case StartPhase _, TimeUp _ ->
                        Rulebook.decide(
                                after, new Among(give.command(), gathered.hereOrJustGone(now)), give.actor(), now);
                    case PassTurn _, EndTurn _, ShareVoice _ ->
                        Rulebook.decide(after, new Among(give.command(), gathered.here()), give.actor(), now);
                    case RoomCommand command -> Rulebook.decide(after, command, give.actor(), now);
                };
        switch (decision) {
            case Decision.Refused no -> {
                key.ifPresent(this.refused::add);
                answers.add(() -> give.reply().accept(new Outcome.No(no.reason())));
            }
            case Decision.Accepted yes -> {
                long from = after.seq() + 1;
                boolean traceless = Anonymous.leavesNoTrace(after, give.command(), yes.events());
                yes.events().forEach(event -> happen(event, give.actor(), now));
                yes.captures().forEach(capture -> yields.add(yielded(capture)));
                key.ifPresent(k -> {
                    if (!traceless) {
                        commands.add(new AcceptedCommand(k, from, after.seq()));
                    }
                    keys.add(k);
                });
                answers.add(() -> give.reply().accept(new Outcome.Done()));
            }
        }
    }

    /**
     * What is to be kept together with the steps.
     *
     * @param room before them
     * @param unheard how many anonymous notes are known of here
     */
    List<Runnable> besides(Room room, List<YieldKeeper> keepers, long unheard) {
        List<Runnable> besides = new ArrayList<>();
        yields.forEach(yielded -> keepers.forEach(keeper -> besides.add(() -> keeper.keep(yielded))));
        boolean adds = steps.stream().anyMatch(Step::isSilent);
        boolean tells = steps.stream().anyMatch(step -> !step.isSilent());
        if (adds || Anonymous.isWriting(room)) {
            besides.add(() -> ledger.unheard(room.id(), adds, tells ? Optional.of(unheard) : Optional.empty()));
        }
        return besides;
    }

    private Decision takeBack(Undo undo, Actor actor, Instant now) {
        MemberId me = actor.who().orElseThrow();
        return Deeds.named(undo.command(), latestFirst(me), deed -> done(deed.from(), deed.to())
                        .map(Recorded::event)
                        .toList())
                .map(deed -> new TakeBack(
                        undo.command(),
                        done(deed.from(), deed.to()).map(Recorded::event).toList(),
                        done(deed.to() + 1, Long.MAX_VALUE)
                                .filter(later -> later.by().filter(me::equals).isEmpty())
                                .map(Recorded::event)
                                .toList()))
                .map(command -> Rulebook.decide(after, command, actor, now))
                .orElseGet(() -> new Decision.Refused(Refusal.NOTHING_TO_UNDO));
    }

    private List<AcceptedCommand> latestFirst(MemberId member) {
        Stream<AcceptedCommand> drafted = commands.reversed().stream()
                .filter(command -> command.key().member().equals(member) && command.from() <= command.to());
        return Stream.concat(drafted, ledger.lastCommands(after.id(), member, Deeds.REACH).stream())
                .toList();
    }

    /** What the log says from one position to another, and then what the draft will add to it. */
    private Stream<Recorded> done(long from, long to) {
        return Stream.concat(
                ledger.log(after.id(), from, to).stream(),
                steps.stream()
                        .filter(step -> !step.isSilent())
                        .map(Step::recorded)
                        .filter(each -> each.seq() >= from && each.seq() <= to));
    }

    private void happen(RoomEvent event, Actor actor, Instant now) {
        Room before = after;
        Recorded recorded = Anonymous.recorded(before, event, UUID.randomUUID(), now, actor.who());
        Room next = before.apply(recorded);
        List<Change> changes = Change.between(before, next);
        steps.add(new Step(recorded, changes, Projection.of(before, recorded, next, changes, known.names())));
        after = next;
    }

    private Yielded yielded(Capture capture) {
        List<Contributor> contributors = new ArrayList<>();
        for (Capture.Part part : capture.parts()) {
            // A person whose link was cut stays a pseudonym in the content and is no contributor any more.
            PersonId person = known.people().get(part.member());
            if (person != null) {
                contributors.add(new Contributor(person, part.member(), part.guest(), part.role(), part.facilitated()));
            }
        }
        Entity.Setting setting = after.setting();
        return new Yielded(
                capture.artifact(),
                after.id(),
                setting.team(),
                setting.title(),
                capture.phase(),
                capture.yield().id(),
                capture.yield().name(),
                after.pack().ref(),
                after.pack().aspect(),
                capture.from(),
                capture.to(),
                capture.planned(),
                capture.actual(),
                contributors,
                capture.content(),
                capture.sha256(),
                capture.at());
    }
}
