/** The page of a team's structured conversations. */
@NullMarked
package org.tessera.conversation.ui;

import org.jspecify.annotations.NullMarked;
