/** People, teams, schools and districts; sign-in; guests. */
@NullMarked
package org.tessera.account;

import org.jspecify.annotations.NullMarked;
