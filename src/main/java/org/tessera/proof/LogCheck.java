package org.tessera.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Follows a room's log from its first entry and stops at the first that does not follow from the one before. */
final class LogCheck {

    private static final int LONGEST_LINE = 8 << 20;

    private final String name;
    private final Map<Long, Announced> announced = new HashMap<>();
    private byte[] chain = Hashing.START;
    private long entries;
    private long opened;

    private LogCheck(Manifest.Log log) {
        this.name = "The log of room " + log.room() + ": ";
    }

    /** @throws BadLink naming the first entry that does not hold */
    static LogCheck follow(Manifest.Log log, InputStream in) throws IOException, BadLink {
        LogCheck check = new LogCheck(log);
        check.read(in);
        if (check.entries < log.entries()) {
            throw new BadLink(check.name + "entry " + (check.entries + 1) + " and whatever followed it are missing; "
                    + log.entries() + " entries were signed.");
        }
        if (check.entries > log.entries()) {
            throw new BadLink(check.name + "entry " + (log.entries() + 1) + " was added after the package was signed.");
        }
        if (!log.end().equals(Hashing.hex(check.chain))) {
            throw new BadLink(
                    check.name + "its entries follow from each other, but they do not end where the manifest says.");
        }
        return check;
    }

    long entries() {
        return entries;
    }

    /** How many entries show what they say. */
    long opened() {
        return opened;
    }

    /** The artifacts that entries announce, by the entries' places. */
    Map<Long, Announced> announced() {
        return announced;
    }

    private void read(InputStream in) throws IOException, BadLink {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                take(entryOf(line));
                line.reset();
            } else if (line.size() >= LONGEST_LINE) {
                throw new BadLink(name + "entry " + (entries + 1) + " is longer than an entry can be.");
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            throw new BadLink(name + "entry " + (entries + 1) + " is cut off.");
        }
    }

    private LoggedEntry entryOf(ByteArrayOutputStream line) throws BadLink {
        try {
            return LogLine.read(line.toByteArray(), entries + 1);
        } catch (BadLink e) {
            throw new BadLink(name + e.sentence() + ".", e);
        }
    }

    private void take(LoggedEntry entry) throws BadLink {
        long expected = entries + 1;
        if (entry.seq() != expected) {
            throw new BadLink(name + "where entry " + expected + " belongs stands entry " + entry.seq() + ".");
        }
        boolean says = entry.opened()
                .map(said -> Arrays.equals(Hashing.payload(said.salt(), said.payload()), entry.payloadHash()))
                .orElse(true);
        if (!says) {
            throw new BadLink(name + "what entry " + expected + " says is not what was committed to.");
        }
        byte[] next = Hashing.chain(chain, expected, entry.payloadHash());
        if (!Arrays.equals(next, entry.chainHash())) {
            throw new BadLink(name + "entry " + expected + " does not follow from the one before it.");
        }
        chain = next;
        entries = expected;
        entry.opened().ifPresent(said -> {
            opened++;
            Announced.of(said.payload()).ifPresent(artifact -> announced.put(expected, artifact));
        });
    }
}
