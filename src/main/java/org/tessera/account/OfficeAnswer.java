package org.tessera.account;

/** What came of something an officer asked for. */
public enum OfficeAnswer {
    /** It is so now. */
    DONE,
    /** Who asks acts for no district. */
    NOT_OFFICER,
    /** No such person, school or team in the officer's district. */
    NOT_FOUND,
    /** A name is needed. */
    NAME_MISSING,
    /** The name is longer than {@link Office#LONGEST_NAME}. */
    NAME_TOO_LONG,
    /** The name has characters that cannot be shown. */
    NAME_INVALID,
    /** There is another school of that name in the district, or another team in the school. */
    NAME_TAKEN,
    /** Who is switched off cannot be an officer. */
    SUSPENDED,
    /** The installation itself names this officer. */
    FIRST_OFFICER,
    /** A district is never without an officer. */
    LAST_OFFICER,
    /** Nobody does this to themself: another officer does. */
    ONESELF
}
