/**
 * The gate that student work passes before it is evidence: what was found in it is covered, a second person has looked at
 * every page, and whoever sees a name later can stop it at once.
 */
@NullMarked
package org.tessera.privacy;

import org.jspecify.annotations.NullMarked;
