/** Pages of exhibits. */
@NullMarked
package org.tessera.exhibit.ui;

import org.jspecify.annotations.NullMarked;
