package org.tessera.privacy;

/** What a finding may tell about somebody. */
public enum Trait {
    /** A whole name that stands in a list of people. */
    LISTED_NAME,
    /** A first or last name alone that stands in a list of people; it may be another word. */
    LISTED_WORD,
    /** Words that look like a name. */
    LIKELY_NAME,
    STUDENT_NUMBER,
    /** A number written as social security numbers are. */
    SOCIAL_SECURITY,
    PHONE,
    EMAIL,
    BIRTH_DATE,
    ADDRESS,
    /** What a file says about its maker, or where a picture was taken. */
    MAKER,
    /** Marked by a person. */
    MARKED,
    /** Whether a page holds writing could not be found out. */
    UNREAD;

    /** Whether it has to be covered; everything else a person may dismiss and say why. */
    public boolean mustBeCovered() {
        return switch (this) {
            case LISTED_NAME, SOCIAL_SECURITY, EMAIL -> true;
            case LISTED_WORD, LIKELY_NAME, STUDENT_NUMBER, PHONE, BIRTH_DATE, ADDRESS, MAKER, MARKED, UNREAD -> false;
        };
    }
}
