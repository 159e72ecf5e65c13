package org.tessera.bench.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Somebody who writes on a board that is open to all, as {@link Judge} needs it: adds notes, some of them for herself
 * alone, rewrites, moves and removes her own, never two things with one note at once.
 */
public final class Writer {

    /** Notes one writer keeps; beyond, old ones are rewritten or go. */
    private static final int NOTES = 12;

    /** Notes that may wait for an answer; whoever sees so many wait stops writing. */
    private static final int UNANSWERED = 24;

    private static final String PADDING = " and so on";

    /** What was last done with a note. */
    private record Last(UUID note, UUID command) {}

    private final Tab tab;
    private final Random lot;
    private final List<Last> notes = new ArrayList<>();
    private int places;
    private volatile int length;

    /** A writer on an open page. */
    public Writer(Tab tab, long seed) {
        this.tab = tab;
        this.lot = new Random(seed);
    }

    /** From now on everything is about so many characters long. */
    public void writesAtLength(int characters) {
        length = characters;
    }

    /** Gives one command more. */
    public void writes() {
        int dice = lot.nextInt(10);
        int settled = settled();
        if (settled < 0 && notes.size() >= UNANSWERED) {
            return;
        }
        if (settled < 0 || dice < 4 && notes.size() < NOTES) {
            adds(dice == 0 || dice == 1 && notes.isEmpty());
            return;
        }
        UUID note = notes.get(settled).note();
        switch (dice) {
            case 0, 1 -> {
                notes.remove(settled);
                tab.give("remove-note", Map.of("note", note.toString()));
            }
            case 2, 3 ->
                done(
                        settled,
                        tab.give("move-note", Map.of("note", note.toString(), "x", ++places, "y", lot.nextInt(1_000))));
            default -> done(settled, tab.give("edit-note", Map.of("note", note.toString(), "text", text("rewritten"))));
        }
    }

    private void adds(boolean isPrivate) {
        UUID note = id();
        Map<String, ?> fields = isPrivate
                ? Map.of("note", note.toString(), "text", text("for me alone"), "private", true)
                : Map.of("note", note.toString(), "text", text("for all"));
        notes.add(new Last(note, tab.give("add-note", fields)));
    }

    private String text(String about) {
        return about + PADDING.repeat(length / PADDING.length()) + " " + id();
    }

    private UUID id() {
        return Tab.id(lot);
    }

    private void done(int place, UUID command) {
        notes.set(place, new Last(notes.get(place).note(), command));
    }

    /** A note at random about which everything has been acknowledged; -1 if there is none. */
    private int settled() {
        if (notes.isEmpty()) {
            return -1;
        }
        int from = lot.nextInt(notes.size());
        for (int step = 0; step < notes.size(); step++) {
            int place = (from + step) % notes.size();
            if (tab.diary().isAcknowledged(notes.get(place).command())) {
                return place;
            }
        }
        return -1;
    }
}
