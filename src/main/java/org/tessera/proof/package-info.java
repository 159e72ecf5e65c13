/**
 * Packages that prove themselves: a ZIP with a signed manifest, the commitments of room logs, and files. What checks one
 * needs nothing but the JDK, so that an outsider can read and run it: {@link org.tessera.proof.Verify} and what it uses.
 */
@NullMarked
package org.tessera.proof;

import org.jspecify.annotations.NullMarked;
