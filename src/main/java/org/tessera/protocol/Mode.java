package org.tessera.protocol;

/** Who may talk and how, in one phase: the eleven modes of the protocol family. */
public enum Mode {
    /** The facilitator speaks, others listen. */
    FAC("FAC"),
    /** The presenter speaks, everybody else is silent. */
    PRES("PRES"),
    /** Short factual questions by the group, answered by the presenter. */
    QA_CLARIFYING("QA-C"),
    /** Probing questions by the group; answers are not discussed. */
    QA_PROBING("QA-P"),
    /** Silent individual work. */
    SILENT_ALONE("SIL-I"),
    /** Silent work on a shared board. */
    SILENT_BOARD("SIL-B"),
    /** One person at a time in a fixed order, without cross-talk. */
    ROUND("ROUND"),
    /** Open discussion while the presenter is silent and takes notes. */
    OPEN_GROUP("OPEN-G"),
    /** Open discussion by everybody. */
    OPEN("OPEN"),
    /** Pairs or triads. */
    PAIR("PAIR"),
    /** A vote or a consensus check. */
    VOTE("VOTE");

    private final String code;

    Mode(String code) {
        this.code = code;
    }

    /** The code used in packs and on the wire, for example {@code OPEN-G}. */
    public String code() {
        return code;
    }
}
