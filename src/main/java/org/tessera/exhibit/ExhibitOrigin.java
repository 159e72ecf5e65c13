package org.tessera.exhibit;

/** Where an exhibit comes from. */
public enum ExhibitOrigin {
    /** A file somebody brought, a link, a record: it may show students. */
    BROUGHT,
    /** The owner's own voice, recorded here. */
    SPOKEN,
    /** The owner's own drawing, made here. */
    DRAWN;

    /** Whether it is of the owner's own mouth or hand, and so shows no student's work. */
    public boolean isOwn() {
        return this != BROUGHT;
    }

    /** Whether an exhibit of this kind may come from here: a voice is a sound, a drawing a picture. */
    boolean goesWith(ExhibitKind kind) {
        return switch (this) {
            case BROUGHT -> true;
            case SPOKEN -> kind == ExhibitKind.AUDIO;
            case DRAWN -> kind == ExhibitKind.PICTURE;
        };
    }
}
