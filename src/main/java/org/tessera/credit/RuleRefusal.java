package org.tessera.credit;

/** Why a rule cannot be written so. */
public enum RuleRefusal {
    /** The person acts for no district, or there is no such rule in it. */
    NOT_YOURS,
    YIELDS_NOTHING,
    HOURS_INVALID,
    UNIT_INVALID,
    MONEY_INVALID,
    MINUTES_INVALID,
    MOST_INVALID,
    ENDS_BEFORE_IT_BEGINS,
    UNKNOWN_CREDENTIAL,
    UNKNOWN_PROTOCOL,
    /** A new version counts something else, which would be another rule. */
    COUNTS_OTHER,
    /** A new version would begin before the one it follows. */
    BEGINS_BEFORE_LAST
}
