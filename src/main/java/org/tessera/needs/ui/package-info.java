/** Pages of a team's needs, and the form that people answer by link. */
@NullMarked
package org.tessera.needs.ui;

import org.jspecify.annotations.NullMarked;
