package org.tessera.room;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Which commands a room accepted last, so that who sends one again gets an answer at once. What came long before is
 * forgotten here, or a long meeting would cost more memory with every command; the ledger keeps all of them.
 */
final class Receipts {

    /** How many a room remembers: more than all its seats together may have on their way. */
    static final int LATEST = 500;

    private final int most;
    private final SequencedSet<CommandKey> latest = new LinkedHashSet<>();

    /** @param most how many are remembered at the most */
    Receipts(int most) {
        this.most = most;
    }

    /** Whether {@code command} is known to have been accepted; where it is not, the ledger may know better. */
    boolean has(CommandKey command) {
        return latest.contains(command);
    }

    /** These were accepted, says the ledger; all of them are remembered until the next are {@linkplain #add added}. */
    void recall(Collection<CommandKey> commands) {
        latest.addAll(commands);
    }

    /** These were accepted just now. */
    void add(Collection<CommandKey> commands) {
        latest.addAll(commands);
        while (latest.size() > most) {
            latest.removeFirst();
        }
    }
}
