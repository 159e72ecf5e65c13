package org.tessera.room.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tessera.protocol.Grouping;
import org.tessera.room.MemberId;

/** Small groups by chance. */
final class GroupSuggestion {

    private GroupSuggestion() {}

    /** Groups of {@code people} in the sizes of {@code grouping}, as equal as can be, mixed with {@code chance}. */
    static List<List<MemberId>> of(List<MemberId> people, Grouping grouping, RandomGenerator chance) {
        if (grouping == Grouping.PAIR) {
            return of(people, chance);
        }
        List<MemberId> mixed = new ArrayList<>(people);
        Collections.shuffle(mixed, Random.from(chance));
        int count = grouping.groupsOf(mixed.size());
        List<List<MemberId>> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            groups.add(List.copyOf(mixed.subList(i * mixed.size() / count, (i + 1) * mixed.size() / count)));
        }
        return groups;
    }

    /** Pairs of {@code people}, the last of three where their number is odd, mixed with {@code chance}; none for fewer than two. */
    static List<List<MemberId>> of(List<MemberId> people, RandomGenerator chance) {
        List<MemberId> mixed = new ArrayList<>(people);
        Collections.shuffle(mixed, Random.from(chance));
        List<List<MemberId>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < mixed.size(); i += 2) {
            boolean last = i + 3 >= mixed.size();
            pairs.add(List.copyOf(mixed.subList(i, last ? mixed.size() : i + 2)));
            if (last) {
                break;
            }
        }
        return pairs;
    }
}
