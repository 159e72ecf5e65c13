/** Files nobody should hand in, made when a test needs them: nothing dangerous lies in the project itself. */
@NullMarked
package org.tessera.support.hostile;

import org.jspecify.annotations.NullMarked;
