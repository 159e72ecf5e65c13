package org.tessera.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.material.Trace;

/** Looks through what was in a file, or can be read on its pages, for what tells who somebody is. */
final class Search {

    /** How far a box reaches beyond the letters, as a fraction of their height. */
    private static final double MARGIN = 0.25;
    /** Two boxes that have this much in common are about the same words. */
    private static final double SAME = 0.5;

    private final Names names;

    Search(People people) {
        this.names = new Names(people);
    }

    /** What a file's traces tell. */
    List<Finding> in(List<Trace> traces) {
        List<Finding> found = new ArrayList<>();
        texts(traces).forEach(text -> found.addAll(in(text)));
        if (traces.stream().anyMatch(trace -> trace.source() == Trace.Source.WHERE_TAKEN)) {
            found.add(gone(Trait.MAKER, Origin.METADATA, Sureness.CERTAIN));
        }
        if (traces.stream().anyMatch(trace -> trace.source() == Trace.Source.BROKEN)) {
            found.add(
                    new Finding(0, Trait.UNREAD, Origin.TEXT_LAYER, Sureness.CERTAIN, Optional.empty(), Finding.OPEN));
        }
        return once(found);
    }

    /** What a file's name tells. The name is not kept, so there is nothing left to decide. */
    List<Finding> inFileName(String name) {
        return once(in(Text.loose(Origin.FILE_NAME, name)));
    }

    /** What a title tells. It is read by whoever sees the work, so somebody has to decide. */
    List<Finding> inTitle(String title) {
        return once(in(Text.loose(Origin.TITLE, title))).stream()
                .map(found -> found.with(Finding.OPEN))
                .toList();
    }

    /** What one line tells. */
    List<Finding> in(Text text) {
        List<Hit> hits = new ArrayList<>(Patterns.in(text));
        hits.addAll(names.in(text));
        List<Finding> found = new ArrayList<>();
        for (Hit hit : strongest(hits)) {
            found.add(finding(text, hit));
        }
        if (found.isEmpty() && text.tellsMaker()) {
            found.add(gone(Trait.MAKER, text.origin(), Sureness.LIKELY));
        }
        return found;
    }

    private static Finding finding(Text text, Hit hit) {
        Optional<Place> place = text.place(hit.from(), hit.to()).map(Search::wider);
        boolean stays = place.isPresent();
        return new Finding(0, hit.trait(), text.origin(), hit.sureness(), place, stays ? Finding.OPEN : Finding.GONE);
    }

    private static Finding gone(Trait trait, Origin origin, Sureness sureness) {
        return new Finding(0, trait, origin, sureness, Optional.empty(), Finding.GONE);
    }

    private static Place wider(Place place) {
        double across = Math.min(place.w(), place.h()) * MARGIN;
        return Place.within(
                place.page(), place.x() - across, place.y() - across, place.w() + 2 * across, place.h() + 2 * across);
    }

    /** Of hits about the same words the one with most to it, made as wide as all of them. */
    private static List<Hit> strongest(List<Hit> hits) {
        List<Hit> kept = new ArrayList<>();
        hits.stream().sorted(Comparator.comparingInt(Hit::weight).reversed()).forEach(hit -> {
            Optional<Hit> met = kept.stream().filter(hit::meets).findFirst();
            met.ifPresentOrElse(
                    stronger -> {
                        kept.remove(stronger);
                        kept.add(new Hit(
                                stronger.trait(),
                                stronger.sureness(),
                                Math.min(stronger.from(), hit.from()),
                                Math.max(stronger.to(), hit.to())));
                    },
                    () -> kept.add(hit));
        });
        return kept;
    }

    /** Each place once, as the strongest thing that was found there; of what is on no page each sort once. */
    static List<Finding> once(List<Finding> found) {
        List<Finding> kept = new ArrayList<>();
        for (Finding one : found) {
            Optional<Finding> same =
                    kept.stream().filter(other -> isSame(one, other)).findFirst();
            if (same.isEmpty()) {
                kept.add(one);
            } else if (isStronger(one, same.get())) {
                kept.set(kept.indexOf(same.get()), one);
            }
        }
        return kept;
    }

    /** Of what was found now, what is not known already. */
    static List<Finding> fresh(List<Finding> known, List<Finding> found) {
        return found.stream()
                .filter(one -> known.stream().noneMatch(other -> isSame(one, other) && !isStronger(one, other)))
                .toList();
    }

    private static boolean isSame(Finding one, Finding other) {
        if (one.place().isPresent() && other.place().isPresent()) {
            return one.place().get().overlap(other.place().get()) >= SAME;
        }
        return one.place().isEmpty()
                && other.place().isEmpty()
                && one.trait() == other.trait()
                && one.origin() == other.origin();
    }

    private static boolean isStronger(Finding one, Finding other) {
        return one.trait().mustBeCovered() && !other.trait().mustBeCovered();
    }

    private static List<Text> texts(List<Trace> traces) {
        record Key(Trace.Source source, int page, int line) {}
        Map<Key, List<Trace>> lines = new LinkedHashMap<>();
        traces.stream()
                .filter(trace -> trace.source() != Trace.Source.BROKEN && trace.source() != Trace.Source.WHERE_TAKEN)
                .forEach(trace -> lines.computeIfAbsent(
                                new Key(trace.source(), trace.page(), trace.line()), key -> new ArrayList<>())
                        .add(trace));
        List<Text> texts = new ArrayList<>();
        lines.forEach((key, line) -> texts.add(new Text(
                origin(key.source()),
                key.source() == Trace.Source.MAKER,
                line.stream().flatMap(trace -> words(trace).stream()).toList())));
        return texts;
    }

    private static List<Text.Word> words(Trace trace) {
        Optional<Place> place = trace.isOnPage()
                ? Optional.of(Place.within(trace.page(), trace.x(), trace.y(), trace.w(), trace.h()))
                : Optional.empty();
        return Text.loose(Origin.METADATA, trace.text()).words().stream()
                .map(word -> new Text.Word(word.text(), place))
                .toList();
    }

    private static Origin origin(Trace.Source source) {
        return switch (source) {
            case TEXT_LAYER, BROKEN -> Origin.TEXT_LAYER;
            case READING -> Origin.READING;
            case COMMENT -> Origin.COMMENT;
            case FIELD -> Origin.FIELD;
            case ATTACHMENT -> Origin.ATTACHMENT;
            case MAKER, METADATA, WHERE_TAKEN -> Origin.METADATA;
        };
    }
}
