/** The page on which people read what was written to them. */
@NullMarked
package org.tessera.mail.ui;

import org.jspecify.annotations.NullMarked;
