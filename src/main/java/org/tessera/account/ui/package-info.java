/** Pages of people and teams: sign-in, joining as a guest, home, team, one's own account. */
@NullMarked
package org.tessera.account.ui;

import org.jspecify.annotations.NullMarked;
