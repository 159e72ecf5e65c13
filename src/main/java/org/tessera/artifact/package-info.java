/** What rooms leave behind: immutable versions with their provenance. */
@NullMarked
package org.tessera.artifact;

import org.jspecify.annotations.NullMarked;
