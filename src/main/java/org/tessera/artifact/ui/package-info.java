/** Pages about what rooms left behind. */
@NullMarked
package org.tessera.artifact.ui;

import org.jspecify.annotations.NullMarked;
