/** Structured conversations by which a team wins stakeholders as partners: what was said, asked, left open, and taken up later. */
@NullMarked
package org.tessera.conversation;

import org.jspecify.annotations.NullMarked;
