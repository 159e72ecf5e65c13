package org.tessera.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Text;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Item;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.RoomCommand.AddItem;
import org.tessera.room.RoomCommand.EditItem;
import org.tessera.room.RoomCommand.RemoveItem;
import org.tessera.room.RoomEvent.ItemAdded;
import org.tessera.room.RoomEvent.ItemRemoved;
import org.tessera.room.RoomEvent.ItemReworded;

/** The items that checklists and score sheets go through: where they come from, and who may word them until when. */
final class Items {

    private static final Set<Instrument> USERS = Set.of(Instrument.CHECKLIST, Instrument.SCORES);

    private Items() {}

    /** What {@code phase} goes through: its own items, else those of the latest earlier phase that lists some. */
    static List<Item> itemsOf(Room room, Phase phase) {
        String list = listOf(room, phase);
        return room.items().stream().filter(item -> item.phase().equals(list)).toList();
    }

    /** The id of the phase whose list {@code phase} works with, be the list empty. */
    static String listOf(Room room, Phase phase) {
        boolean own = phase.instrument() == Instrument.ITEMS
                || room.items().stream().anyMatch(item -> item.phase().equals(phase.id()));
        return own
                ? phase.id()
                : earlier(room, phase, Instrument.ITEMS).map(Phase::id).orElse(phase.id());
    }

    /** The latest phase before {@code phase} that works with {@code instrument}. */
    static Optional<Phase> earlier(Room room, Phase phase, Instrument instrument) {
        List<Phase> phases = room.pack().phases();
        return phases.subList(0, phases.indexOf(phase)).reversed().stream()
                .filter(before -> before.instrument() == instrument)
                .findFirst();
    }

    /**
     * The items that come with {@code phase} when it starts and are not there yet: those its pack brings, or, for a
     * checklist that has no list of its own or of an earlier phase, the norms the group has taken up.
     */
    static List<Item> broughtBy(Room room, Phase phase) {
        if (room.items().stream().anyMatch(item -> item.phase().equals(phase.id()))) {
            return List.of();
        }
        Map<String, Text> brought = new LinkedHashMap<>();
        phase.tools().items().forEach(choice -> brought.put(choice.id(), choice.text()));
        if (isAboutNorms(room, phase)) {
            room.norms().forEach(norm -> brought.put(norm.id().toString(), Text.of(norm.text())));
        }
        List<Item> items = new ArrayList<>();
        brought.forEach((id, text) ->
                items.add(new Item(idOf(room, phase, id), phase.id(), text, Optional.empty(), items.size())));
        return items;
    }

    /** The id of what came with {@code phase} under {@code name}, a norm's id where it asks about norms. */
    static UUID idOf(Room room, Phase phase, String name) {
        return Rulebook.derived(room, "item", phase.id() + ":" + name);
    }

    /** Whether {@code phase} asks about the norms that were taken up before it. */
    static boolean isAboutNorms(Room room, Phase phase) {
        return phase.instrument() == Instrument.CHECKLIST
                && phase.tools().items().isEmpty()
                && earlier(room, phase, Instrument.ITEMS).isEmpty()
                && earlier(room, phase, Instrument.NORMS).isPresent();
    }

    // Wording them

    static Decision add(Room room, AddItem c, Member me) {
        Optional<Refusal> no = refusal(room, me).or(() -> Rulebook.wrongText(c.text(), Rulebook.SENTENCE_LIMIT));
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        if (room.item(c.item()).isPresent()) {
            return new Refused(Refusal.ITEM_UNKNOWN);
        }
        String list = listOf(room, Rulebook.latestPhase(room));
        int last = room.items().stream()
                .filter(item -> item.phase().equals(list))
                .mapToInt(Item::ordinal)
                .max()
                .orElse(-1);
        return accept(new ItemAdded(c.item(), list, Text.of(c.text().strip()), last + 1));
    }

    static Decision reword(Room room, EditItem c, Member me) {
        Optional<Refusal> no =
                mayChange(room, c.item(), me).or(() -> Rulebook.wrongText(c.text(), Rulebook.SENTENCE_LIMIT));
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        Text was = room.item(c.item()).orElseThrow().text();
        Text text = Text.of(c.text().strip());
        return text.equals(was) ? new Accepted(List.of(), List.of()) : accept(new ItemReworded(c.item(), text, was));
    }

    static Decision remove(Room room, RemoveItem c, Member me) {
        return mayChange(room, c.item(), me).<Decision>map(Refused::new).orElseGet(() -> {
            Item was = room.item(c.item()).orElseThrow();
            return accept(new ItemRemoved(was.id(), new ItemAdded(was.id(), was.phase(), was.text(), was.ordinal())));
        });
    }

    /** Why {@code me} may not add an item now. */
    static Optional<Refusal> refusal(Room room, Member me) {
        return Rulebook.refusal(room, me, Action.ITEM).or(() -> {
            Instrument instrument = Rulebook.latestPhase(room).instrument();
            return instrument == Instrument.ITEMS || USERS.contains(instrument)
                    ? Optional.empty()
                    : Optional.of(Refusal.PHASE_CLOSED);
        });
    }

    /**
     * Why {@code me} may not change the wording of an item now, or take it away. It is fixed from the start of the phase
     * that goes through it, and not only once somebody has scored it: that would tell others that somebody has.
     */
    static Optional<Refusal> mayChange(Room room, UUID id, Member me) {
        Optional<Refusal> no = refusal(room, me);
        if (no.isPresent()) {
            return no;
        }
        Optional<Item> item = room.item(id);
        if (item.isEmpty()) {
            return Optional.of(Refusal.ITEM_UNKNOWN);
        }
        return isInUse(room, item.get()) ? Optional.of(Refusal.ITEM_IN_USE) : Optional.empty();
    }

    private static boolean isInUse(Room room, Item item) {
        return room.pack().phases().stream()
                .filter(phase -> USERS.contains(phase.instrument()))
                .filter(phase -> room.run(phase.id())
                        .filter(run -> run.state() == PhaseRun.State.RUNNING || run.state() == PhaseRun.State.DONE)
                        .isPresent())
                .anyMatch(phase -> listOf(room, phase).equals(item.phase()));
    }

    private static Decision accept(RoomEvent event) {
        return new Accepted(List.of(event), List.of());
    }
}
