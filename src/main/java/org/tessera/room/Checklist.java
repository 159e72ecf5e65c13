package org.tessera.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Phase;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Consensus;
import org.tessera.room.Entity.Consensus.Agreed;
import org.tessera.room.Entity.Consensus.Why;
import org.tessera.room.Entity.Item;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Opinion;
import org.tessera.room.RoomCommand.AnswerItem;
import org.tessera.room.RoomCommand.OpenItem;
import org.tessera.room.RoomCommand.Settle;
import org.tessera.room.RoomCommand.SettleItem;
import org.tessera.room.RoomEvent.ItemAnswered;
import org.tessera.room.RoomEvent.ItemOpened;
import org.tessera.room.RoomEvent.ItemSettled;

/**
 * Item by item: yes or no, and why, until enough agree. Everybody sees the counts at once; whose answer it was, nobody
 * does, and the reasons stand beside the item, without names, once it is settled.
 */
final class Checklist {

    private Checklist() {}

    // Counting

    /** What has to be counted anew in {@code room}; nothing where no checklist is running. */
    static List<Consensus> recounted(Room room) {
        Optional<Phase> running = room.current().map(room::phaseOf).filter(Checklist::isChecklist);
        if (running.isEmpty()) {
            return List.of();
        }
        Phase phase = running.get();
        List<Consensus> known = of(room, phase.id());
        Set<MemberId> entitled = entitled(room, phase);
        List<Consensus> changed = new ArrayList<>();
        boolean first = known.isEmpty();
        for (Item item : Items.itemsOf(room, phase)) {
            Optional<Consensus> was = room.consensus(phase.id(), item.id());
            Consensus is =
                    counted(room, phase, item.id(), was.map(Consensus::open).orElse(first), entitled);
            if (was.flatMap(Consensus::settled).isEmpty() && !was.equals(Optional.of(is))) {
                changed.add(is);
            }
            first = false;
        }
        return changed;
    }

    private static Consensus counted(Room room, Phase phase, UUID item, boolean open, Set<MemberId> entitled) {
        List<Opinion> opinions = opinions(room, phase.id(), item)
                .filter(opinion -> entitled.contains(opinion.by()))
                .toList();
        int yes = (int) opinions.stream().filter(Opinion::yes).count();
        int no = opinions.size() - yes;
        return new Consensus(
                phase.id(),
                item,
                open,
                yes,
                no,
                entitled.size(),
                percent(Math.max(yes, no), opinions.size()),
                Optional.empty(),
                "",
                List.of());
    }

    /** The share in percent, rounded down: 79.9 is not 80. */
    static int percent(int side, int answered) {
        return answered == 0 ? 0 : side * 100 / answered;
    }

    /** Whether {@code side} is enough of those who answered; exactly the threshold is. */
    static boolean isEnough(int side, int answered, int threshold) {
        return answered > 0 && side * 100 >= threshold * answered;
    }

    /** The state of all items of a checklist, in their order. */
    static List<Consensus> of(Room room, String phase) {
        return room.consensus()
                .filter(each -> each.phase().equals(phase))
                .sorted(Comparator.comparingInt(
                        each -> room.item(each.item()).map(Item::ordinal).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** The items once the group is at {@code item} and at no other. */
    static List<Consensus> opened(Room room, String phase, UUID item) {
        return of(room, phase).stream()
                .filter(each ->
                        each.open() != each.item().equals(item) || each.item().equals(item))
                .map(each -> each.item().equals(item) ? reopened(each) : at(each, false))
                .toList();
    }

    private static Consensus at(Consensus c, boolean open) {
        return new Consensus(
                c.phase(),
                c.item(),
                open,
                c.yes(),
                c.no(),
                c.entitled(),
                c.percent(),
                c.settled(),
                c.rationale(),
                c.whys());
    }

    private static Consensus reopened(Consensus c) {
        return new Consensus(
                c.phase(), c.item(), true, c.yes(), c.no(), c.entitled(), c.percent(), Optional.empty(), "", List.of());
    }

    /** The item as it was settled, with the reasons people gave in an order that tells nothing. */
    static Consensus settled(Room room, Consensus c, Agreed agreed, String rationale) {
        List<Why> whys = opinions(room, c.phase(), c.item())
                .filter(opinion -> !opinion.why().isEmpty())
                .map(opinion -> new Why(opinion.yes(), opinion.why()))
                .sorted(Comparator.comparing(Why::text).thenComparing(Why::yes))
                .toList();
        return new Consensus(
                c.phase(),
                c.item(),
                c.open(),
                c.yes(),
                c.no(),
                c.entitled(),
                c.percent(),
                Optional.of(agreed),
                rationale,
                whys);
    }

    private static java.util.stream.Stream<Opinion> opinions(Room room, String phase, UUID item) {
        return room.opinions()
                .filter(opinion ->
                        opinion.phase().equals(phase) && opinion.item().equals(item));
    }

    private static Set<MemberId> entitled(Room room, Phase phase) {
        return room.members().stream()
                .filter(member -> phase.grants(room.actingAs(member), Action.ANSWER)
                        || room.isGranted(member.id(), Action.ANSWER))
                .map(Member::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isChecklist(Phase phase) {
        return phase.instrument() == Instrument.CHECKLIST;
    }

    // Deciding

    static Decision answer(Room room, AnswerItem c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.ANSWER);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        Phase phase = Rulebook.latestPhase(room);
        Optional<Consensus> item = room.consensus(phase.id(), c.item());
        if (item.isEmpty()) {
            return new Refused(Refusal.ITEM_UNKNOWN);
        }
        if (item.get().settled().isPresent()) {
            return new Refused(Refusal.ITEM_SETTLED);
        }
        if (!c.answer().equals("yes") && !c.answer().equals("no")) {
            return new Refused(Refusal.ANSWER_INVALID);
        }
        String why = c.why() == null ? "" : c.why().strip();
        Optional<Refusal> wrong = wrongReason(why);
        if (wrong.isPresent()) {
            return new Refused(wrong.get());
        }
        Opinion given = new Opinion(me.id(), phase.id(), c.item(), c.answer().equals("yes"), why);
        return room.opinions().anyMatch(given::equals)
                ? new Accepted(List.of(), List.of())
                : accept(new ItemAnswered(me.id(), phase.id(), c.item(), given.yes(), why));
    }

    static Decision open(Room room, OpenItem c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.SETTLE);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        String phase = Rulebook.latestPhase(room).id();
        Optional<Consensus> item = room.consensus(phase, c.item());
        if (item.isEmpty()) {
            return new Refused(Refusal.ITEM_UNKNOWN);
        }
        boolean there = item.get().open() && item.get().settled().isEmpty();
        return there ? new Accepted(List.of(), List.of()) : accept(new ItemOpened(phase, c.item()));
    }

    /** Settling as the live room asks for it: it waits for the answers of those who are there. */
    static Decision settle(Room room, Settle c, Actor actor) {
        Optional<Member> me = actor.who().flatMap(room::member);
        if (me.isEmpty()) {
            return new Refused(Refusal.NOT_ALLOWED);
        }
        return room.setting().status() == Entity.Status.CLOSED
                ? new Refused(Refusal.ROOM_CLOSED)
                : settle(room, c.command(), me.get(), c.present()::contains);
    }

    static Decision settle(Room room, SettleItem c, Member me, Predicate<MemberId> isPresent) {
        Optional<Refusal> no = refusal(room, me, Action.SETTLE);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        Phase phase = Rulebook.latestPhase(room);
        Optional<Consensus> found = room.consensus(phase.id(), c.item());
        if (found.isEmpty()) {
            return new Refused(Refusal.ITEM_UNKNOWN);
        }
        Optional<Agreed> agreed = agreed(c.agreed());
        if (agreed.isEmpty()) {
            return new Refused(Refusal.ANSWER_INVALID);
        }
        String rationale = c.rationale() == null ? "" : c.rationale().strip();
        Consensus item = found.get();
        Optional<Refusal> wrong = wrongReason(rationale)
                .or(() -> missing(room, phase, item, me, isPresent))
                .or(() -> wrongOutcome(item, agreed.get(), phase.tools().threshold(), rationale));
        if (wrong.isPresent()) {
            return new Refused(wrong.get());
        }
        boolean already = item.settled().equals(agreed) && item.rationale().equals(rationale);
        if (already) {
            return new Accepted(List.of(), List.of());
        }
        ItemSettled settled = new ItemSettled(phase.id(), c.item(), agreed.get(), rationale);
        return new Accepted(
                next(room, phase.id(), item)
                        .map(next -> List.<RoomEvent>of(settled, new ItemOpened(phase.id(), next)))
                        .orElse(List.of(settled)),
                List.of());
    }

    /** Where the group goes from the item it is at: to the next open question, or the first one left behind. */
    private static Optional<UUID> next(Room room, String phase, Consensus from) {
        if (!from.open() || from.settled().isPresent()) {
            return Optional.empty();
        }
        List<Consensus> all = of(room, phase);
        int place = all.indexOf(from);
        List<Consensus> inTurn = new ArrayList<>(all.subList(place + 1, all.size()));
        inTurn.addAll(all.subList(0, place));
        return inTurn.stream()
                .filter(each -> each.settled().isEmpty())
                .map(Consensus::item)
                .findFirst();
    }

    private static Optional<Refusal> missing(
            Room room, Phase phase, Consensus item, Member me, Predicate<MemberId> isPresent) {
        if (room.conducts(me)) {
            return Optional.empty();
        }
        Set<MemberId> answered =
                opinions(room, phase.id(), item.item()).map(Opinion::by).collect(Collectors.toSet());
        return entitled(room, phase).stream().filter(isPresent).allMatch(answered::contains)
                ? Optional.empty()
                : Optional.of(Refusal.ANSWERS_MISSING);
    }

    private static Optional<Refusal> wrongOutcome(Consensus c, Agreed agreed, int threshold, String rationale) {
        boolean yes = isEnough(c.yes(), c.answered(), threshold);
        boolean no = isEnough(c.no(), c.answered(), threshold);
        return switch (agreed) {
            case YES -> yes ? Optional.empty() : Optional.of(Refusal.NO_CONSENSUS);
            case NO -> no ? Optional.empty() : Optional.of(Refusal.NO_CONSENSUS);
            case NONE -> yes || no ? Optional.of(Refusal.CONSENSUS_REACHED) : missingReason(rationale);
        };
    }

    private static Optional<Refusal> missingReason(String rationale) {
        return rationale.isEmpty() ? Optional.of(Refusal.REASON_MISSING) : Optional.empty();
    }

    private static Optional<Agreed> agreed(String word) {
        return switch (word) {
            case "yes" -> Optional.of(Agreed.YES);
            case "no" -> Optional.of(Agreed.NO);
            case "none" -> Optional.of(Agreed.NONE);
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> refusal(Room room, Member me, Action action) {
        return Rulebook.refusal(room, me, action)
                .or(() ->
                        isChecklist(Rulebook.latestPhase(room)) ? Optional.empty() : Optional.of(Refusal.PHASE_CLOSED));
    }

    /** What is wrong with a reason, which may be left out. */
    static Optional<Refusal> wrongReason(String reason) {
        return reason.isEmpty() ? Optional.empty() : Rulebook.wrongText(reason, Rulebook.NOTE_LIMIT);
    }

    private static Decision accept(RoomEvent event) {
        return new Accepted(List.of(event), List.of());
    }
}
