package org.tessera.room.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tessera.room.MemberId;

/** Pairs by chance; with an odd number of people the last group has three. */
final class PairSuggestion {

    private PairSuggestion() {}

    /** Pairs of {@code people}, mixed with {@code chance}; none for fewer than two. */
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
