/** What holds the features together: layout, security, the clock, the embedded database, seeding, error pages. */
@NullMarked
package org.tessera.shell;

import org.jspecify.annotations.NullMarked;
