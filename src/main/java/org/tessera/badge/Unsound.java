package org.tessera.badge;

/** Why something that was handed in was not taken: one of the {@link Reason}s, and where. */
final class Unsound extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final Reason reason;
    private final String where;

    /** @param where what it is about, as handed in; cut to what can be shown */
    Unsound(Reason reason, String where) {
        super(reason + ": " + where);
        this.reason = reason;
        this.where = where.length() > LONGEST ? where.substring(0, LONGEST) + "…" : where;
    }

    Reason reason() {
        return reason;
    }

    String where() {
        return where;
    }
}
