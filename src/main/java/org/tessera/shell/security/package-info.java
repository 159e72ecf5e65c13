/** Who may open what: sign-in over HTTP, guests' bounds, answers for programs, headers. */
@NullMarked
package org.tessera.shell.security;

import org.jspecify.annotations.NullMarked;
