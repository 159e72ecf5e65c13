package org.tessera.material;

/** What a material is in a meeting: the work to look at, or what explains it and may be held back until later. */
public enum MaterialKind {
    /** Student work. */
    WORK,
    /** The assignment, the rubric, what the teacher was after. */
    CONTEXT
}
