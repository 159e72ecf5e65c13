/** Pages about credentials. */
@NullMarked
package org.tessera.credential.ui;

import org.jspecify.annotations.NullMarked;
