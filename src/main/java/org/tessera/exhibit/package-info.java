/** Exhibits: what a person shows as evidence that no meeting left. Files, links, and records composed in the product. */
@NullMarked
package org.tessera.exhibit;

import org.jspecify.annotations.NullMarked;
