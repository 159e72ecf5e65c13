/** What people take home from a meeting, at any moment: minutes, board, everything as JSON, and a package that proves itself. */
@NullMarked
package org.tessera.record;

import org.jspecify.annotations.NullMarked;
