package org.tessera.account;

/** How far somebody's way in is. */
public enum Access {
    /** The person can sign in. */
    OPEN,
    /** The person has never had a password, and holds a good link. */
    INVITED,
    /** The person has never had a password, and the link is over. */
    LINK_OVER,
    /** An officer has switched the person off. */
    SUSPENDED
}
