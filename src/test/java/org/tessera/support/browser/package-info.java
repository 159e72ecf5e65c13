/** People at real browsers. */
@NullMarked
package org.tessera.support.browser;

import org.jspecify.annotations.NullMarked;
