/** The page on which a meeting is taken home. */
@NullMarked
package org.tessera.record.ui;

import org.jspecify.annotations.NullMarked;
