/** Clearing student work: what waits, covering page by page, and the second person's look. */
@NullMarked
package org.tessera.privacy.ui;

import org.jspecify.annotations.NullMarked;
