package org.tessera.badge;

import java.util.Optional;

/** What we know about the badges we issued. */
interface Register {

    /** The status of the badge whose credential has this id; nothing if we know of none. */
    Optional<Standing> standing(String credential);
}
