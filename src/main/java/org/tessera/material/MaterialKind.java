package org.tessera.material;

/** What a material is in a meeting. Each kind opens with the steps of a protocol that unlock it. */
public enum MaterialKind {
    /** Student work. */
    WORK,
    /** The assignment, what the teacher was after. */
    CONTEXT,
    /** What work is scored or looked at by. */
    RUBRIC,
    /** A published text that people read together. */
    TEXT
}
