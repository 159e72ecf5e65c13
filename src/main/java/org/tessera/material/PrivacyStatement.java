package org.tessera.material;

/**
 * The sentence a person confirmed before bringing a file, about student privacy or about whose the file is; kept with the
 * material, so a new wording gets a new name.
 */
public enum PrivacyStatement {
    /** No student name is visible, or the person has consent. */
    NO_NAME_OR_CONSENT,
    /** The team may use it in the meeting. */
    MAY_BE_USED;

    /** What has to be confirmed of {@code kind}. */
    public static PrivacyStatement of(MaterialKind kind) {
        return switch (kind) {
            case WORK, CONTEXT -> NO_NAME_OR_CONSENT;
            case RUBRIC, TEXT -> MAY_BE_USED;
        };
    }
}
