package org.tessera.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells two texts apart sentence by sentence. */
public final class SentenceDiff {

    private SentenceDiff() {}

    /** Every sentence of both texts in order; of a sentence that was reworded the old wording comes first. */
    public static List<SentenceChange> between(String before, String after, Locale language) {
        List<String> old = Sentences.of(before, language);
        List<String> now = Sentences.of(after, language);
        int[][] common = common(old, now);
        List<SentenceChange> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                changes.add(new SentenceChange(SentenceChange.Kind.SAME, now.get(j)));
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new SentenceChange(SentenceChange.Kind.GONE, old.get(i++)));
            } else {
                changes.add(new SentenceChange(SentenceChange.Kind.NEW, now.get(j++)));
            }
        }
        return List.copyOf(changes);
    }

    /** Length of the longest common run of sentences, in order but with gaps, from each pair of places on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] length = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                length[i][j] = old.get(i).equals(now.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }
}
