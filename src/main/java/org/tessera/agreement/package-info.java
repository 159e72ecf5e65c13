/** How far people who scored the same things agree: shares and kappa, computed alike wherever people score. */
@NullMarked
package org.tessera.agreement;

import org.jspecify.annotations.NullMarked;
