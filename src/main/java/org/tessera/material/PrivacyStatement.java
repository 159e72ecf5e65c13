package org.tessera.material;

/** The sentence about student privacy a person confirmed; kept with the material, so a new wording gets a new name. */
public enum PrivacyStatement {
    /** No student name is visible, or the person has consent. */
    NO_NAME_OR_CONSENT
}
